using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Anfragen.Infrastructure.Documents;

/// <summary>Text in UTF-8, UTF-16 with its mark, or Windows-1252; with control characters it is none.</summary>
internal static class PlainText
{
    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16Little = new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16Big = new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static bool TryDecode(byte[] content, [NotNullWhen(true)] out string? text)
    {
        text = Decode(content);
        if (text is not null && text.AsSpan().IndexOfAnyExcept(" \t\r\n") >= 0 && !text.Any(IsForbidden)) return true;
        text = null;
        return false;
    }

    private static string? Decode(byte[] content)
    {
        if (content is [0xFF, 0xFE, ..]) return Strict(Utf16Little, content.AsSpan(2));
        if (content is [0xFE, 0xFF, ..]) return Strict(Utf16Big, content.AsSpan(2));
        return content is [0xEF, 0xBB, 0xBF, ..]
            ? Strict(Utf8, content.AsSpan(3))
            : Strict(Utf8, content) ?? Windows1252.GetString(content);
    }

    private static string? Strict(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool IsForbidden(char c) => (char.IsControl(c) && c is not ('\t' or '\r' or '\n' or '\f')) || c is '\uFFFE' or '\uFFFF';
}
