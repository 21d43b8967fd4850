using FluentValidation;

namespace Anfragen.Application;

/// <summary>What every text field promises, with the sentences people read.</summary>
public static class TextRules
{
    /// <summary>One line: Betreff, Name, Nummer.</summary>
    public const int LineLength = 500;

    /// <summary>A long text: question, answer, remark, reason. The longest real answer had 33,248 characters.</summary>
    public const int TextLength = 60_000;

    public static IRuleBuilderOptions<T, string?> IsGiven<T>(this IRuleBuilder<T, string?> rule, string sentence) =>
        rule.Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage(sentence);

    public static IRuleBuilderOptions<T, string?> IsLine<T>(this IRuleBuilder<T, string?> rule, int length = LineLength) =>
        rule.Must(text => text is null || text.Length <= length)
            .WithMessage((_, text) => TooLong(text?.Length ?? 0, length))
            .Must(text => text is null || !text.Any(char.IsControl))
            .WithMessage("Hier sind keine Zeilenumbrüche oder Steuerzeichen möglich.");

    public static IRuleBuilderOptions<T, string?> IsText<T>(this IRuleBuilder<T, string?> rule, int length = TextLength) =>
        rule.Must(text => text is null || text.Length <= length)
            .WithMessage((_, text) => TooLong(text?.Length ?? 0, length))
            .Must(text => text is null || !text.Any(IsForbidden))
            .WithMessage("Der Text enthält unsichtbare Steuerzeichen. Bitte fügen Sie ihn als reinen Text ein.");

    /// <summary>A number as an office writes it; an empty field is none.</summary>
    public static IRuleBuilderOptions<T, string?> IsInquiryNumber<T>(this IRuleBuilder<T, string?> rule) => rule.IsLine(60)
        .Must(number => string.IsNullOrWhiteSpace(number) || number.Any(char.IsAsciiLetterOrDigit))
        .WithMessage("Eine Drucksachennummer braucht Buchstaben oder Ziffern.");

    /// <summary>A field of one line without blanks around it; null when nothing was typed.</summary>
    public static string? TypedLine(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>A text with one kind of line end; null when nothing was typed.</summary>
    public static string? TypedText(string? text) => TypedLine(text)?.ReplaceLineEndings("\n");

    /// <summary>What is said of a text that has too many characters.</summary>
    public static string TooLong(int length, int most = TextLength) => $"Bitte höchstens {most:N0} Zeichen; es sind {length:N0}.";

    private static bool IsForbidden(char character) =>
        (char.IsControl(character) && character is not ('\n' or '\r' or '\t')) || character is '\uFFFE' or '\uFFFF';
}
