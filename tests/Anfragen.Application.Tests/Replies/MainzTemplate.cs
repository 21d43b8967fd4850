using System.Text;
using Anfragen.Domain.Replies;
using Anfragen.Infrastructure.Replies;

namespace Anfragen.Application.Tests.Replies;

/// <summary>The template that the repository ships.</summary>
internal static class MainzTemplate
{
    public static string Folder { get; } = Path.Combine(Root(), "templates");

    public static string Text { get; } = File.ReadAllText(Path.Combine(Folder, "mainz", "reply.yaml"));

    public static ReplyTemplate Read() => new TemplateFolder(Folder, "mainz").Reply(ReplyKind.Full);

    public static ReplyTemplate Parse(string text) => ReplyTemplate.Parse(Source(Encoding.UTF8.GetBytes(text), "templates/mainz/reply.yaml"), ReplyKind.Full);

    public static TemplateSource Source(byte[] bytes, string file) => new(bytes, file, Path.Combine(Folder, "mainz"));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Anfragen.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder.FullName;
    }
}
