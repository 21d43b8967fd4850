using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Anfragen.Application.Tests.Documents;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.City;
using Anfragen.Web.Tests.Cli;
using Anfragen.Web.Tests.Inquiries;
using Xunit.Abstractions;

namespace Anfragen.Web.Tests.Startup;

/// <summary>Files made to exhaust the service, sent to the running program as a browser would send them.</summary>
public sealed class HostileUploadTests(ITestOutputHelper output)
{
    private const long Megabyte = 1024 * 1024;

    [Fact]
    public async Task The_intake_page_refuses_them_within_300_MB_and_5_seconds_each()
    {
        using var root = new CliRoot();
        await using var service = ServiceProcess.Start(root, "Development");
        var office = await new Person(await service.Address).SignIn(DemoCity.CouncilClerk);
        var page = await office.Get("/vorgaenge/eingang");
        var form = WebForm.In(page);
        form["Input.Group"] = Regex.Match(page, "<option value=\"([0-9a-f-]{36})\">SPD-Stadtratsfraktion").Groups[1].Value;
        form["Input.Channel"] = "Paper";
        // Once, so that what every first request compiles is not counted.
        using (await office.Upload("/vorgaenge/eingang", form, "Input.Content", "brief.pdf", SampleFiles.Program)) { }

        var before = service.Peak();
        foreach (var row in IntakePagesTests.Hostile)
        {
            var (sentence, content) = ((string)row[0], (byte[])row[1]);
            var watch = Stopwatch.StartNew();
            using var answer = await office.Upload("/vorgaenge/eingang", form, "Input.Content", "brief.docx", content);
            watch.Stop();

            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(sentence, await answer.Content.ReadAsStringAsync());
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{sentence}: {content.Length / 1024} KB, {watch.ElapsedMilliseconds} ms, {(service.Peak() - before) / Megabyte} MB"));
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        }

        Assert.InRange(service.Peak() - before, 0, 300 * Megabyte);
    }
}
