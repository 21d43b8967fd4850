using System.Collections.Concurrent;
using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Domain.Replies;

namespace Anfragen.Infrastructure.Replies;

/// <summary>The templates of one city: <c>{folder}/{city}/reply.yaml</c> and one for each other letter. Files are read anew for every letter, so an edited template holds at once; one that is as before is not parsed again.</summary>
/// <param name="folder">The folder <c>templates</c>.</param>
/// <param name="city">The city's folder in it, for example "mainz".</param>
public sealed class TemplateFolder(string folder, string city)
{
    private const string ReplyFile = "reply.yaml";
    private const string CorrectionFile = "correction.yaml";

    private static readonly Dictionary<NoticeKind, string> NoticeFiles = new()
    {
        [NoticeKind.Acknowledgement] = "acknowledgement.yaml",
        [NoticeKind.Rejection] = "rejection.yaml",
        [NoticeKind.Interim] = "interim.yaml",
    };

    private readonly ConcurrentDictionary<string, LetterTemplate> parsed = new();

    /// <summary>The city's folder, absolute.</summary>
    public string Path => System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, city));

    /// <summary>The German sentences that say why letters cannot be made; none when they can.</summary>
    public IReadOnlyList<string> Mistakes()
    {
        if (!Directory.Exists(Path)) return [$"Den Ordner „{Path}“ gibt es nicht."];
        Action[] reads = [() => Reply(ReplyKind.Full), () => Reply(ReplyKind.Correction), .. NoticeFiles.Keys.Select(kind => (Action)(() => Notice(kind)))];
        return [.. reads.SelectMany(MistakesIn)];
    }

    /// <summary>How messages name the template of such replies.</summary>
    internal string NameOf(ReplyKind kind) => Shown(kind == ReplyKind.Correction ? CorrectionFile : ReplyFile);

    /// <summary>How messages name the template of such notices.</summary>
    internal string NameOf(NoticeKind kind) => Shown(NoticeFiles[kind]);

    /// <exception cref="TemplateMistake">The template is missing or cannot be used.</exception>
    internal ReplyTemplate Reply(ReplyKind kind) =>
        Parsed(kind == ReplyKind.Correction ? CorrectionFile : ReplyFile, source => ReplyTemplate.Parse(source, kind));

    /// <exception cref="TemplateMistake">The template is missing or cannot be used.</exception>
    internal NoticeTemplate Notice(NoticeKind kind) => Parsed(NoticeFiles[kind], source => NoticeTemplate.Parse(source, kind));

    private static IReadOnlyList<string> MistakesIn(Action read)
    {
        try
        {
            read();
            return [];
        }
        catch (TemplateMistake mistake)
        {
            return mistake.Sentences;
        }
    }

    private T Parsed<T>(string file, Func<TemplateSource, T> parse) where T : LetterTemplate
    {
        var bytes = Bytes(file);
        if (parsed.TryGetValue(file, out var last) && last is T same && same.Sha256 == Digest.OfBytes(bytes)) return same;
        var template = parse(new TemplateSource(bytes, Shown(file), Path));
        parsed[file] = template;
        return template;
    }

    private byte[] Bytes(string file)
    {
        var path = System.IO.Path.Combine(Path, file);
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (IOException problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new TemplateMistake([$"{Shown(file)}: Die Vorlage fehlt (erwartet unter {path})."]);
        }
    }

    private string Shown(string file) => System.IO.Path.Combine(System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(folder)), city, file);
}
