using Anfragen.Web.Tests.Browser;

namespace Anfragen.Web.Tests;

[Collection(ShellCollection.Name)]
public sealed class FrameInBrowserTests(ShellHost host, Chromium chromium)
{
    private static readonly string[] Pages =
        ["/impressum", "/datenschutz", "/barrierefreiheit", "/gibt-es-nicht", "/test/formular", "/test/bausteine", "/test/portal"];

    public static TheoryData<string, int, bool> Views()
    {
        var views = new TheoryData<string, int, bool>();
        foreach (var page in Pages)
        {
            foreach (var view in View.Required) views.Add(page, (int)view[0], (bool)view[1]);
        }

        return views;
    }

    [ChromiumTheory]
    [MemberData(nameof(Views))]
    public async Task Every_page_passes_the_checks_of_accessibility(string path, int width, bool dark)
    {
        await using var visit = await chromium.Open(host.Address, SignedIn(new View(width, Dark: dark)));
        await visit.Page.GotoAsync(path);

        await visit.Page.Picture($"{path.Trim('/').Replace('/', '-')}-{width}{(dark ? "-dark" : "")}");
        await visit.IsAccessible();
    }

    [ChromiumTheory]
    [InlineData(1280, false)]
    [InlineData(320, true)]
    public async Task A_refused_form_passes_them_too_and_begins_with_its_errors(int width, bool dark)
    {
        await using var visit = await chromium.Open(host.Address, SignedIn(new View(width, Dark: dark)));
        await visit.Page.GotoAsync("/test/formular");
        await visit.Page.ClickAsync("text=Absenden");
        await visit.Page.Locator(".anf-error-summary").WaitForAsync();

        await visit.Page.Picture($"test-formular-errors-{width}{(dark ? "-dark" : "")}");
        await visit.IsAccessible();
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.activeElement.matches('.anf-error-summary')"));
        await visit.Page.ClickAsync(".anf-error-summary a");
        Assert.Equal("Input_Subject", await visit.Page.EvaluateAsync<string>("document.activeElement.id || location.hash.slice(1)"));
    }

    [ChromiumFact]
    public async Task The_checks_find_a_planted_defect()
    {
        await using var visit = await chromium.Open(host.Address);
        await visit.Page.GotoAsync("/test/formular");
        await visit.Page.EvaluateAsync("document.querySelector('label[for=Input_Subject]').remove()");
        await visit.Page.EvaluateAsync("document.querySelector('main').insertAdjacentHTML('beforeend', '<div class=planted><a href=\"#nowhere\">x</a></div>')");
        await visit.Page.EvaluateAsync("document.querySelector('.planted').style.width = '3000px'");

        var axe = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(visit.Page.AxeFindsNothing);
        Assert.Contains("label", axe.Message);
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(visit.Page.DoesNotScrollSideways);
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(visit.Page.TargetsAreLargeEnough);
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(visit.Page.EmptyTargetsOfLinksAreNone);
    }

    [ChromiumFact]
    public async Task Wider_spacing_cuts_nothing_off()
    {
        foreach (var path in Pages)
        {
            await using var visit = await chromium.Open(host.Address, SignedIn(new View(BypassCsp: true)));
            await visit.Page.GotoAsync(path);
            await visit.Page.TextSpacingCutsNothingOff();
        }
    }

    [ChromiumFact]
    public async Task The_keyboard_reaches_everything_and_shows_where_it_is()
    {
        await using var visit = await chromium.Open(host.Address, SignedIn(new View()));
        await visit.Page.GotoAsync("/test/bausteine");
        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Zum Inhalt springen", await visit.Page.EvaluateAsync<string>("document.activeElement.textContent"));
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.FocusIsVisible(45);
    }

    [ChromiumFact]
    public async Task The_account_menu_opens_without_a_script_and_closes_with_Escape()
    {
        await using var visit = await chromium.Open(host.Address, SignedIn(new View()));
        await visit.Page.GotoAsync("/test/formular");
        await visit.Page.ClickAsync(".anf-account summary");
        await visit.Page.Picture("account-menu");
        Assert.True(await visit.Page.GetByText("Abmelden").IsVisibleAsync());
        await visit.Page.Keyboard.PressAsync("Escape");
        Assert.False(await visit.Page.GetByText("Abmelden").IsVisibleAsync());

        await using var plain = await chromium.Open(host.Address, SignedIn(new View(Script: false)));
        await plain.Page.GotoAsync("/test/formular");
        await plain.Page.ClickAsync(".anf-account summary");
        Assert.True(await plain.Page.GetByText("Abmelden").IsVisibleAsync());
    }

    [ChromiumFact]
    public async Task The_editor_takes_shortcuts_and_hides_its_toolbar_without_a_script()
    {
        await using var visit = await chromium.Open(host.Address, SignedIn(new View()));
        await visit.Page.GotoAsync("/test/bausteine");
        await visit.Page.FillAsync("#answer", "");
        await visit.Page.Keyboard.PressAsync("Control+b");
        await visit.Page.Keyboard.TypeAsync("zentral");
        Assert.Equal("**zentral**", await visit.Page.InputValueAsync("#answer"));

        await using var plain = await chromium.Open(host.Address, SignedIn(new View(Script: false)));
        await plain.Page.GotoAsync("/test/bausteine");
        Assert.False(await plain.Page.Locator("markdown-toolbar").IsVisibleAsync());
        Assert.True(await plain.Page.GetByText("Vorschau aktualisieren").IsVisibleAsync());
    }

    private static View SignedIn(View view) =>
        view with { Headers = new Dictionary<string, string> { [HeaderSignIn.Header] = "Jana Petersen" } };
}
