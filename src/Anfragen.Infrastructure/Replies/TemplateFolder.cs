using Anfragen.Application.Replies;

namespace Anfragen.Infrastructure.Replies;

/// <summary>The templates of one city: <c>{folder}/{city}/reply.yaml</c>. Files are read anew for every letter, so an edited template holds at once.</summary>
/// <param name="folder">The folder <c>templates</c>.</param>
/// <param name="city">The city's folder in it, for example "mainz".</param>
public sealed class TemplateFolder(string folder, string city)
{
    /// <summary>The German sentence that says why letters cannot be made; null when they can.</summary>
    public string? WhyUnusable()
    {
        try
        {
            Reply();
            return null;
        }
        catch (TemplateMistake mistake)
        {
            return mistake.Message;
        }
    }

    /// <exception cref="TemplateMistake">The template is missing or cannot be used.</exception>
    internal ReplyTemplate Reply()
    {
        var path = Path.Combine(folder, city, "reply.yaml");
        var shown = Path.Combine(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), city, "reply.yaml");
        try
        {
            return ReplyTemplate.Parse(File.ReadAllBytes(path), shown);
        }
        catch (IOException problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new TemplateMistake($"{shown}: Die Vorlage fehlt (erwartet unter {Path.GetFullPath(path)}).");
        }
    }
}
