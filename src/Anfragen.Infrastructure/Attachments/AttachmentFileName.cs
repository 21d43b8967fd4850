using Anfragen.Application.Documents;

namespace Anfragen.Infrastructure.Attachments;

/// <summary>The name under which an attachment is saved.</summary>
internal static class AttachmentFileName
{
    private const int Longest = 100;

    /// <summary>Made of the title; whatever that ends in, the name ends as the content is.</summary>
    public static string Of(string title, string mediaType)
    {
        var name = string.Concat(title.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-')).Trim('-', '.');
        var extension = FileFormats.OfMediaType(mediaType)?.Extension() ?? "bin";
        if (name.EndsWith("." + extension, StringComparison.OrdinalIgnoreCase)) name = name[..^(extension.Length + 1)];
        name = name.Length > Longest ? name[..Longest] : name;
        return $"{(name.Length == 0 ? "Anlage" : name)}.{extension}";
    }
}
