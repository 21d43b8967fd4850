using Anfragen.Application.Replies;
using Anfragen.Infrastructure;
using Anfragen.Infrastructure.Demo;
using Anfragen.Infrastructure.Replies;
using Microsoft.Extensions.Configuration;

namespace Anfragen.Benchmarks;

/// <summary>The real reply of the demo, four pages in the city's template, with another number each time so that nothing can be remembered whole.</summary>
internal static class Letters
{
    private static readonly DateTimeOffset CreatedAt = new(2025, 9, 26, 8, 0, 0, TimeSpan.Zero);

    private static readonly AnfragenRoot Root = AnfragenRoot.Find(new ConfigurationBuilder().AddEnvironmentVariables().Build());

    public static IReplyRenderer Renderer { get; } = new PdfReplyRenderer(new TemplateFolder(Root.Templates, "mainz"), Root.Fonts);

    public static ReplyLetter Letter(int number) => DemoReply.Instance.Letter(CreatedAt) with { Number = $"{number}/2025" };

    public static byte[] Render(int number) => Renderer.Render(Letter(number)).Pdf;

    /// <summary>The same letter with its questions asked again and again.</summary>
    public static ReplyLetter Long(int times)
    {
        var letter = Letter(1);
        return letter with { Items = [.. Enumerable.Repeat(letter.Items, times).SelectMany(items => items)] };
    }
}
