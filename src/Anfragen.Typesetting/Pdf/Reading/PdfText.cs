using System.Text;

namespace Anfragen.Typesetting.Pdf.Reading;

/// <summary>Strings of PDF's notation as text (ISO 32000-1, 7.9.2).</summary>
internal static class PdfText
{
    /// <summary>Null if the value is no string.</summary>
    public static string? Read(string value)
    {
        byte[]? bytes = value switch
        {
            ['<', not '<', .., '>'] => Hexadecimal(value[1..^1]),
            ['(', .., ')'] => Literal(value[1..^1]),
            _ => null,
        };
        return bytes switch
        {
            null => null,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2),
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3),
            _ => Encoding.Latin1.GetString(bytes),
        };
    }

    private static byte[]? Hexadecimal(string digits)
    {
        string plain = string.Concat(digits.Where(digit => !char.IsWhiteSpace(digit)));
        plain = plain.Length % 2 == 0 ? plain : plain + "0";
        return plain.All(char.IsAsciiHexDigit) ? Convert.FromHexString(plain) : null;
    }

    private static byte[] Literal(string text)
    {
        var bytes = new List<byte>();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                bytes.Add((byte)text[i]);
                continue;
            }

            i++;
            int octal = OctalDigits(text, i);
            if (octal > 0)
            {
                bytes.Add((byte)Convert.ToInt32(text.Substring(i, octal), 8));
                i += octal - 1;
            }
            else
            {
                bytes.Add((byte)(text[i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', var other => other }));
            }
        }

        return [.. bytes];
    }

    private static int OctalDigits(string text, int start)
    {
        int count = 0;
        while (count < 3 && start + count < text.Length && text[start + count] is >= '0' and <= '7')
        {
            count++;
        }

        return count;
    }
}
