using Anfragen.Application.Documents;
using FluentValidation;

namespace Anfragen.Application.Answers;

/// <summary>Makes Markdown of a text that was written elsewhere: a file (Word with its lists, tables and notes), or what was copied there.</summary>
public sealed record ConvertToMarkdown : IQuery<ConvertedText>
{
    public static Permission Permission => Permission.SignedIn;

    /// <summary>DOCX, ODT, PDF or plain text; null when something was copied. Of a Word file lists, tables, emphasis, links and notes are kept.</summary>
    public byte[]? Document { get; init; }

    /// <summary>HTML from the clipboard.</summary>
    public string? Html { get; init; }

    /// <summary>Characters of copied HTML; Word needs a hundred for one that is read.</summary>
    public const int MostHtml = 3_000_000;
}

/// <summary>A text as Markdown.</summary>
/// <param name="Markdown">What was read.</param>
/// <param name="Unread">German sentences on what could not be taken along.</param>
public sealed record ConvertedText(string Markdown, IReadOnlyList<string> Unread);

internal sealed class ConvertToMarkdownValidator : AbstractValidator<ConvertToMarkdown>
{
    public ConvertToMarkdownValidator()
    {
        RuleFor(query => query.Document).Must((query, file) => file is not null || query.Html is not null).WithMessage("Bitte wählen Sie eine Datei aus.");
        RuleFor(query => query.Document).Must(file => file is null || file.Length <= DocumentLimits.FileBytes)
            .WithMessage($"Die Datei ist zu groß. Möglich sind {DocumentLimits.FileBytes / 1024 / 1024} MB.");
        RuleFor(query => query.Html).Must(html => html is null || html.Length <= ConvertToMarkdown.MostHtml)
            .WithMessage("Das Kopierte ist zu lang. Bitte kopieren Sie es in Teilen.");
    }
}
