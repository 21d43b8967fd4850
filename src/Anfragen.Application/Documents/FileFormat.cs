namespace Anfragen.Application.Documents;

/// <summary>The kinds of file that are taken in; recognised by content, never by name or by what the sender says.</summary>
public enum FileFormat
{
    Pdf,
    Png,
    Jpeg,
    Odt,
    Ods,
    Odp,
    Docx,
    Xlsx,
    Pptx,
    PlainText,
}

/// <summary>What goes with a format: the media type it is stored and sent with, and how its name ends.</summary>
public static class FileFormats
{
    private static readonly Dictionary<FileFormat, (string MediaType, string Extension)> Known = new()
    {
        [FileFormat.Pdf] = ("application/pdf", "pdf"),
        [FileFormat.Png] = ("image/png", "png"),
        [FileFormat.Jpeg] = ("image/jpeg", "jpg"),
        [FileFormat.Odt] = ("application/vnd.oasis.opendocument.text", "odt"),
        [FileFormat.Ods] = ("application/vnd.oasis.opendocument.spreadsheet", "ods"),
        [FileFormat.Odp] = ("application/vnd.oasis.opendocument.presentation", "odp"),
        [FileFormat.Docx] = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
        [FileFormat.Xlsx] = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
        [FileFormat.Pptx] = ("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
        [FileFormat.PlainText] = ("text/plain", "txt"),
    };

    public static string MediaType(this FileFormat format) => Known[format].MediaType;

    /// <summary>Without the dot.</summary>
    public static string Extension(this FileFormat format) => Known[format].Extension;

    /// <summary>The format stored under this media type, or null.</summary>
    public static FileFormat? OfMediaType(string mediaType)
    {
        foreach (var (format, known) in Known)
        {
            if (known.MediaType == mediaType) return format;
        }

        return null;
    }
}
