using System.Net;
using System.Text;
using Anfragen.Application.Replies;
using Anfragen.Infrastructure.Replies;

namespace Anfragen.Benchmarks;

/// <summary>The same letters as HTML, for the programs that are measured beside ours.</summary>
internal static class PeerInput
{
    private const string Style =
        "@page{size:A4;margin:25mm 20mm 20mm 25mm}body{font:11pt/15pt 'Source Sans 3',sans-serif;hyphens:auto}h1{font-size:14pt}h2{font-size:11pt}";

    public static void Write(string folder, int count)
    {
        Directory.CreateDirectory(folder);
        for (var i = 1; i <= count; i++) File.WriteAllText(Path.Combine(folder, $"letter-{i:D3}.html"), Html(Letters.Letter(i)));
    }

    private static string Html(ReplyLetter letter)
    {
        var markdown = new AnswerMarkdown();
        var html = new StringBuilder($"<!DOCTYPE html><html lang=de><meta charset=utf-8><title>{letter.Number}</title><style>{Style}</style>");
        html.Append($"<p>Landeshauptstadt Mainz<h1>Antwort zur Anfrage Nr. {letter.Number} betreffend {WebUtility.HtmlEncode(letter.Subject)}</h1>");
        foreach (var entry in letter.Items.OfType<LetterEntry>())
        {
            foreach (var question in entry.Questions) html.Append($"<h2>{question.Label} {WebUtility.HtmlEncode(question.Text)}</h2>");
            html.Append(markdown.ToHtml(entry.Markdown, firstHeadingLevel: 3));
        }

        var signature = letter.Signature!;
        return html.Append($"<p>{signature.Place}, {signature.SignedOn:dd.MM.yyyy}<p>gez<p>{signature.Name}<br>{signature.Office}</html>").ToString();
    }
}
