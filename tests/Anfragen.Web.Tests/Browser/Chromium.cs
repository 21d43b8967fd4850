using Microsoft.Playwright;

namespace Anfragen.Web.Tests.Browser;

/// <summary>The system's Chromium, driven by the driver inside the Playwright package; one for all tests of a collection.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string? Executable =
        new[] { Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
            .FirstOrDefault(File.Exists);

    private static readonly bool IsRequired = Environment.GetEnvironmentVariable("CI_REQUIRE_ALL") == "1";

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Why browser tests cannot run here, or null.</summary>
    public static string? ReasonToSkip => Executable is null && !IsRequired
        ? "Chromium is missing: install it, or name its path in the variable CHROMIUM."
        : null;

    public async Task InitializeAsync()
    {
        // Fixtures start even when every test of the collection is skipped.
        if (ReasonToSkip is not null) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executable ?? throw new InvalidOperationException("CI_REQUIRE_ALL=1, but Chromium is missing."),
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>Opens a page of the host at the given address, in a context of its own: cookies are not shared.</summary>
    public async Task<Visit> Open(Uri host, View? view = null)
    {
        view ??= new View();
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = host.ToString(),
            ViewportSize = new() { Width = view.Width, Height = view.Height },
            ColorScheme = view.Dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = view.Script,
            BypassCSP = view.BypassCsp,
            ExtraHTTPHeaders = view.Headers,
            Locale = "de-DE",
            TimezoneId = "Europe/Berlin",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        return new Visit(await context.NewPageAsync());
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}

/// <summary>How a page is looked at.</summary>
public sealed record View(int Width = 1280, int Height = 900, bool Dark = false, bool Script = true, bool BypassCsp = false)
{
    /// <summary>What every page has to pass: desktop in light colours, the narrowest phone in dark ones.</summary>
    public static TheoryData<int, bool> Required => new() { { 1280, false }, { 320, true } };

    /// <summary>Sent with every request.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}

/// <summary>One open page and what the browser complained about; closing it closes its context.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly List<string> complaints = [];

    public Visit(IPage page)
    {
        Page = page;
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) =>
        {
            // An error page is itself a resource that "failed to load".
            var isThePage = message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && message.Location.StartsWith(page.Url, StringComparison.Ordinal);
            if (message.Type is "error" or "warning" && !isThePage) complaints.Add(message.Text);
        };
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console, breaches of the content security policy among them.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
