using Anfragen.Application;
using Anfragen.Application.Council;
using Anfragen.Application.Replies;
using Anfragen.Domain.Council;
using Anfragen.Domain.Replies;
using Anfragen.Infrastructure.Council;
using Anfragen.Infrastructure.Demo;

namespace Anfragen.Infrastructure.Replies;

/// <summary>Renders every letter of a folder of templates with the demo's data and reads its mails, without a database.</summary>
/// <param name="root">Where the fonts are.</param>
/// <param name="reader">Reads the letterhead that lies beside the templates, in <c>city.yaml</c>.</param>
/// <param name="emblems">Looks at its coat of arms.</param>
public sealed class TemplateCheck(AnfragenRoot root, ICityFileReader reader, IEmblems emblems)
{
    private const string CityFileName = "city.yaml";

    /// <summary>Every template of the folder, and its <c>city.yaml</c> if it has one.</summary>
    public IReadOnlyList<CheckedTemplate> Run(string folder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var templates = new TemplateFolder(Path.GetDirectoryName(full) ?? full, Path.GetFileName(full));
        var renderer = new PdfReplyRenderer(templates, root.Fonts);
        var results = new List<CheckedTemplate>();
        var frame = Frame(full, results);
        foreach (var kind in (ReplyKind[])[ReplyKind.Full, ReplyKind.Correction])
        {
            results.Add(Rendered(templates.NameOf(kind), () => renderer.Render(DemoLetters.Reply(kind, frame))));
        }

        foreach (var kind in Enum.GetValues<NoticeKind>())
        {
            results.Add(Rendered(templates.NameOf(kind), () => renderer.Render(DemoLetters.Notice(kind, frame))));
        }

        results.Add(new CheckedTemplate(templates.NameOfMail, null, null, MistakesInMail(templates), []));
        return results;
    }

    private static IReadOnlyList<string> MistakesInMail(TemplateFolder templates)
    {
        try
        {
            templates.Mail();
            return [];
        }
        catch (TemplateMistake mistake)
        {
            return mistake.Sentences;
        }
    }

    private LetterFrame Frame(string folder, List<CheckedTemplate> results)
    {
        var path = Path.Combine(folder, CityFileName);
        var shown = Path.Combine(Path.GetFileName(Path.GetDirectoryName(folder)) ?? "", Path.GetFileName(folder), CityFileName);
        if (!File.Exists(path)) return LetterFrame.Of("Musterstadt");
        try
        {
            var city = reader.Read(File.ReadAllText(path));
            var emblem = CityEmblem.Of(city, CityFolder.Beside(path), emblems);
            if (emblem?.Mistake is { } mistake) throw new FileMistakes([mistake]);
            results.Add(new CheckedTemplate(shown, null, null, [], []));
            return city.Letterhead is not { } line ? LetterFrame.Of(city.City.Name) : LetterFrame.Of(
                new Letterhead { Sender = line.Sender, Office = line.Office, Address = line.Address, ReturnAddress = line.ReturnAddress, Contact = line.Contact },
                emblem?.Bytes);
        }
        catch (FileMistakes mistakes)
        {
            results.Add(new CheckedTemplate(shown, null, null, mistakes.Of(shown), []));
            return LetterFrame.Of("Musterstadt");
        }
    }

    private static CheckedTemplate Rendered(string file, Func<RenderedReply> render)
    {
        try
        {
            var rendered = render();
            return new CheckedTemplate(file, rendered.Pdf, rendered.Pages, [], rendered.Warnings);
        }
        catch (TemplateMistake mistake)
        {
            return new CheckedTemplate(file, null, null, mistake.Sentences, []);
        }
    }
}

/// <summary>What became of a template.</summary>
/// <param name="File">How messages name it.</param>
/// <param name="Pdf">Its letter; null when it cannot be used, for mails and for the city's own file.</param>
/// <param name="Pages">Of its letter.</param>
/// <param name="Mistakes">German sentences, each with file and line.</param>
/// <param name="Warnings">What looks odd in the letter.</param>
public sealed record CheckedTemplate(string File, byte[]? Pdf, int? Pages, IReadOnlyList<string> Mistakes, IReadOnlyList<string> Warnings);
