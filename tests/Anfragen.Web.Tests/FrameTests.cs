using System.Net;
using System.Text.RegularExpressions;
using Anfragen.Domain.Answers;
using Anfragen.Domain.Assignments;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Publication;
using Anfragen.Domain.Replies;
using Anfragen.Web.Layout;
using Anfragen.Web.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Anfragen.Web.Tests;

[Collection(ShellCollection.Name)]
public sealed partial class FrameTests(ShellHost host)
{
    [Theory]
    [InlineData("/impressum")]
    [InlineData("/css/base.css")]
    [InlineData("/gibt-es-nicht")]
    [InlineData("/test/formular")]
    public async Task Every_response_carries_the_security_headers(string path)
    {
        using var response = await host.Client().GetAsync(path);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/lib/kern/kern.min.css")]
    [InlineData("/lib/kern/LICENSE.md")]
    [InlineData("/lib/fira-sans/400.woff2")]
    [InlineData("/lib/fira-sans/400-italic.woff2")]
    [InlineData("/lib/fira-sans/500.woff2")]
    [InlineData("/lib/fira-sans/600.woff2")]
    [InlineData("/lib/fira-sans/LICENSE.txt")]
    [InlineData("/lib/htmx/htmx.min.js")]
    [InlineData("/lib/markdown-toolbar/index.js")]
    [InlineData("/css/base.css")]
    [InlineData("/js/app.js")]
    [InlineData("/favicon.svg")]
    public async Task Every_asset_arrives_whole(string path)
    {
        using var response = await host.Client().GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_style_sheets_are_linked_in_their_order_by_the_fingerprint_of_their_content()
    {
        var page = await host.Client().GetStringAsync("/impressum");

        var links = StyleSheets().Matches(page).Select(link => (Address: link.Groups["address"].Value, Name: link.Groups["name"].Value)).ToList();
        Assert.Equal(
            ["base", "frame", "lists", "forms", "questions", "drafting", "portal", "screens", "answers", "replies", "archive"], links.Select(link => link.Name));
        foreach (var (address, _) in links)
        {
            using var response = await host.Client().GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task The_form_cookie_is_out_of_reach_of_scripts_and_foreign_sites()
    {
        using var response = await host.Client().GetAsync("/test/formular");

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("anfragen-form=", cookie);
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=lax", cookie);
    }

    [Theory]
    [InlineData("/impressum")]
    [InlineData("/datenschutz")]
    [InlineData("/barrierefreiheit")]
    public async Task A_public_page_sets_no_cookie_and_writes_umlauts_as_they_are(string path)
    {
        using var response = await host.Client().GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        var page = await response.Content.ReadAsStringAsync();
        Assert.Contains("Stadt Mainz", page);
        Assert.DoesNotContain("&#x", page);
        foreach (var item in Navigation.Public) Assert.Contains($"<li><a href=\"{item.Href}\"", page);
    }

    [Fact]
    public async Task The_frame_knows_who_is_signed_in_and_what_they_may()
    {
        var page = await host.Client("Jana Petersen").GetStringAsync("/test/formular");

        Assert.Contains("Jana Petersen", page);
        Assert.Contains("Hauptamt", page);
        Assert.Contains("action=\"/abmelden\"", page);
        Assert.Contains("darf einreichen", page);
        Assert.DoesNotContain("darf unterzeichnen", page);
        Assert.DoesNotContain("may=", page);
        foreach (var item in Navigation.Staff.Where(item => item.Permission is null or "SubmitInquiries")) Assert.Contains($"href=\"{item.Href}\"", page);
        Assert.DoesNotContain("href=\"/verwaltung\"", page);
    }

    [Fact]
    public async Task Nobody_sees_the_navigation_of_the_staff()
    {
        var page = await host.Client().GetStringAsync("/test/formular");

        Assert.DoesNotContain("/aufgaben\"", page);
        Assert.DoesNotContain("/abmelden", page);
        Assert.DoesNotContain("darf einreichen", page);
    }

    [Theory]
    [InlineData("/vorgaenge", "/vorgaenge", "page")]
    [InlineData("/vorgaenge/17/fragen/3", "/vorgaenge", "true")]
    [InlineData("/vorgaenge/neu", "/vorgaenge/neu", "page")]
    [InlineData("/vorgaenge/neu", "/vorgaenge", null)]
    [InlineData("/vorgaengeliste", "/vorgaenge", null)]
    public void The_longest_address_marks_where_one_is(string path, string item, string? current)
    {
        Assert.Equal(current, Navigation.Current(Navigation.Staff, Navigation.Staff.Single(i => i.Href == item), path));
    }

    [Fact]
    public void Every_state_of_the_domain_has_a_word()
    {
        Type[] states =
            [typeof(QuestionStatus), typeof(InquiryStatus), typeof(InquiryState), typeof(AssignmentState), typeof(AnswerState), typeof(ReplyState), typeof(PublicationState), typeof(Settlement)];

        foreach (var state in states.SelectMany(type => Enum.GetValues(type).Cast<Enum>()))
        {
            Assert.NotEmpty(StatusWords.Of(state).Word);
        }
    }

    [Fact]
    public void A_day_is_written_for_people_and_machines()
    {
        Assert.Equal("<time datetime=\"2025-09-19\">19.09.2025</time>", Written(new DateTagHelper { Value = new DateOnly(2025, 9, 19) }));
        Assert.Equal("<time datetime=\"2025-10-03\">3. Oktober 2025</time>", Written(new DateTagHelper { Value = new DateOnly(2025, 10, 3), Long = true }));
        Assert.Equal("", Written(new DateTagHelper()));
    }

    [Fact]
    public void An_instant_is_written_in_the_time_of_Berlin()
    {
        var shortlyBeforeMidnight = new DateTimeOffset(2025, 9, 17, 22, 47, 0, TimeSpan.Zero);

        Assert.Equal(
            "<time datetime=\"2025-09-18T00:47:00&#x2B;02:00\">18.09.2025, 00:47 Uhr</time>",
            Written(new DateTagHelper { Value = shortlyBeforeMidnight, Clock = true }));
    }

    private static string Written(TagHelper helper)
    {
        var output = new TagHelperOutput("anf-date", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Process(new TagHelperContext([], new Dictionary<object, object>(), "test"), output);
        using var writer = new StringWriter();
        output.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return writer.ToString();
    }

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"(?<address>/css/(?<name>[a-z]+)\\.[0-9a-z]{6,}\\.css)\"")]
    private static partial Regex StyleSheets();
}
