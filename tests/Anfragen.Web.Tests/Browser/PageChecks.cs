using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Anfragen.Web.Tests.Browser;

/// <summary>What every page of the product has to pass; each fails with the elements at fault.</summary>
public static class PageChecks
{
    private static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Every check at once, for a page that is open.</summary>
    public static async Task IsAccessible(this Visit visit)
    {
        await visit.IsLaidOutWell();
        await visit.Page.AxeFindsNothing();
        await visit.Page.EmptyTargetsOfLinksAreNone();
        Assert.Empty(visit.Complaints);
    }

    /// <summary>What can be checked where scripts are off and axe cannot run.</summary>
    public static async Task IsLaidOutWell(this Visit visit)
    {
        // A click returns when the next page has begun to come, and its words may be seen before its style sheets are there.
        await visit.Page.WaitForLoadStateAsync();
        await visit.Page.DoesNotScrollSideways();
        await visit.Page.TargetsAreLargeEnough();
    }

    /// <summary>axe-core, WCAG 2.0 to 2.2 levels A and AA and its best practices.</summary>
    /// <remarks>
    /// Run directly: the package's own way opens a second page for every result and carries home what passed, which costs seconds a page.
    /// No page of the product has a frame, so nothing is lost.
    /// </remarks>
    public static async Task AxeFindsNothing(this IPage page)
    {
        await page.EvaluateAsync(Axe);
        var violations = await page.EvaluateAsync<string[]>("""
            async tags => (await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })).violations
              .map(violation => [`${violation.id}: ${violation.help}`, ...violation.nodes.slice(0, 3).map(node =>
                `   ${node.html}\n      ${[...node.any, ...node.all].map(check => check.message).join('; ')}`)].join('\n'))
            """, Tags);
        Assert.True(violations.Length == 0, string.Join('\n', violations));
    }

    /// <summary>WCAG 1.4.10: no scrolling in two directions.</summary>
    public static async Task DoesNotScrollSideways(this IPage page) => await NothingMatches(page, "scrolls sideways", """
        () => document.scrollingElement.scrollWidth <= innerWidth ? [] :
          [...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.kern-sr-only'))
            .map(e => `${e.tagName}.${e.className}`).slice(0, 8)
        """);

    /// <summary>WCAG 2.5.8: 24 by 24 pixels, links inside sentences excepted.</summary>
    public static async Task TargetsAreLargeEnough(this IPage page) => await NothingMatches(page, "target too small", """
        () => [...document.querySelectorAll('a, button, summary, select, input:not([type=hidden]), textarea')]
          .filter(e => e.offsetParent && !e.closest('p, dd, .anf-prose, li > a:only-child:not([class])') && !e.matches('.anf-skip, .kern-link--stretched'))
          .map(e => [e, e.getBoundingClientRect()]).filter(([e, r]) => r.width < 24 || r.height < 24)
          .map(([e, r]) => `${e.tagName}.${e.className} ${Math.round(r.width)}x${Math.round(r.height)} ${e.textContent.trim().slice(0, 25)}`)
        """);

    /// <summary>WCAG 1.4.12: wider spacing cuts nothing off. The view must bypass the content security policy.</summary>
    public static async Task TextSpacingCutsNothingOff(this IPage page)
    {
        await page.AddStyleTagAsync(new()
        {
            Content = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }",
        });
        await NothingMatches(page, "cut off", """
            () => [...document.querySelectorAll('a, button, label, p, h1, h2, h3, td, th, span')]
              .filter(e => !e.closest('.kern-sr-only, [tabindex="0"]') && getComputedStyle(e).overflow !== 'visible' && (e.scrollWidth > e.clientWidth + 2 || e.scrollHeight > e.clientHeight + 2))
              .map(e => `${e.tagName}.${e.className} ${e.textContent.trim().slice(0, 30)}`)
            """);
    }

    /// <summary>A link into the page leads somewhere, those of the error summary above all.</summary>
    public static async Task EmptyTargetsOfLinksAreNone(this IPage page) => await NothingMatches(page, "leads nowhere", """
        () => [...document.querySelectorAll('a[href^="#"]')]
          .filter(e => !document.getElementById(decodeURIComponent(e.getAttribute('href').slice(1))))
          .map(e => `${e.getAttribute('href')} ${e.textContent.trim().slice(0, 40)}`)
        """);

    /// <summary>Walks through the page with the Tab key; every stop must show where it is.</summary>
    public static async Task FocusIsVisible(this IPage page, int stops)
    {
        for (var i = 0; i < stops; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var unseen = await page.EvaluateAsync<string?>("""
                () => {
                  const e = document.activeElement;
                  const style = getComputedStyle(e);
                  const seen = e === document.body || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2);
                  return seen ? null : e.outerHTML.slice(0, 120);
                }
                """);
            Assert.True(unseen is null, $"focus not visible on {unseen}");
        }
    }

    /// <summary>A picture for people, when the variable ANFRAGEN_SCREENSHOTS names a folder.</summary>
    public static async Task Picture(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("ANFRAGEN_SCREENSHOTS") is not { Length: > 0 } folder) return;
        await page.EvaluateAsync("document.fonts.ready");
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }

    private static async Task NothingMatches(IPage page, string what, string script)
    {
        var found = await page.EvaluateAsync<string[]>(script);
        Assert.True(found.Length == 0, $"{page.Url} {what}: {string.Join(" | ", found)}");
    }
}
