namespace Anfragen.Typesetting.Pdf.Reading;

/// <summary>Where the values of PDF's notation begin and end (ISO 32000-1, 7.3). Made for files of others too: it never reads beyond the bytes.</summary>
internal static class PdfSyntax
{
    private const int DeepestNesting = 100;

    /// <summary>First position at or after this one that is neither white space nor part of a comment.</summary>
    public static int SkipSpace(ReadOnlySpan<byte> bytes, int position)
    {
        while (position < bytes.Length && (IsSpace(bytes[position]) || bytes[position] == '%'))
        {
            if (bytes[position] == '%')
            {
                int lineEnd = bytes[position..].IndexOfAny((byte)'\r', (byte)'\n');
                position = lineEnd < 0 ? bytes.Length : position + lineEnd;
            }
            else
            {
                position++;
            }
        }

        return position;
    }

    /// <summary>Position behind the value that begins here; a reference ("12 0 R") is one value.</summary>
    /// <exception cref="InvalidDataException">No value begins here, or it does not end.</exception>
    public static int EndOfValue(ReadOnlySpan<byte> bytes, int position, int depth = 0)
    {
        if (position >= bytes.Length || depth > DeepestNesting)
        {
            throw Malformed(position);
        }

        return bytes[position] switch
        {
            (byte)'<' when StartsWith(bytes, position, "<<"u8) => EndOfContainer(bytes, position + 2, ">>"u8, depth),
            (byte)'<' => EndOfHexString(bytes, position),
            (byte)'[' => EndOfContainer(bytes, position + 1, "]"u8, depth),
            (byte)'(' => EndOfLiteral(bytes, position),
            (byte)'/' => EndOfWord(bytes, position + 1),
            _ => EndOfNumberOrWord(bytes, position),
        };
    }

    /// <summary>The whole number that begins here, and the position behind it.</summary>
    /// <exception cref="InvalidDataException">No number begins here, or it has more than nine digits.</exception>
    public static (int Value, int End) ReadInteger(ReadOnlySpan<byte> bytes, int position)
    {
        int end = position, value = 0;
        while (end < bytes.Length && end - position < 10 && char.IsAsciiDigit((char)bytes[end]))
        {
            long longer = 10L * value + bytes[end++] - '0';
            value = longer <= int.MaxValue ? (int)longer : throw Malformed(position);
        }

        return end > position ? (value, end) : throw Malformed(position);
    }

    public static bool StartsWith(ReadOnlySpan<byte> bytes, int position, ReadOnlySpan<byte> token) =>
        position >= 0 && position <= bytes.Length && bytes[position..].StartsWith(token);

    public static InvalidDataException Malformed(int position) => new($"The notation at byte {position} is not that of PDF.");

    private static int EndOfContainer(ReadOnlySpan<byte> bytes, int position, ReadOnlySpan<byte> closing, int depth)
    {
        position = SkipSpace(bytes, position);
        while (!StartsWith(bytes, position, closing))
        {
            position = SkipSpace(bytes, EndOfValue(bytes, position, depth + 1));
        }

        return position + closing.Length;
    }

    private static int EndOfHexString(ReadOnlySpan<byte> bytes, int position)
    {
        int length = bytes[position..].IndexOf((byte)'>');
        return length > 0 ? position + length + 1 : throw Malformed(position);
    }

    private static int EndOfLiteral(ReadOnlySpan<byte> bytes, int position)
    {
        int open = 0;
        for (int i = position; i < bytes.Length; i++)
        {
            switch (bytes[i])
            {
                case (byte)'\\':
                    i++;
                    break;
                case (byte)'(':
                    open++;
                    break;
                case (byte)')' when --open == 0:
                    return i + 1;
            }
        }

        throw Malformed(position);
    }

    private static int EndOfNumberOrWord(ReadOnlySpan<byte> bytes, int position)
    {
        int end = EndOfWord(bytes, position);
        if (end == position)
        {
            throw Malformed(position);
        }

        return EndOfReference(bytes, position) ?? end;
    }

    /// <summary>"12 0 R", or null.</summary>
    private static int? EndOfReference(ReadOnlySpan<byte> bytes, int position)
    {
        for (int part = 0; part < 2; part++)
        {
            int end = EndOfWord(bytes, position);
            if (end == position || bytes[position..end].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            {
                return null;
            }

            position = SkipSpace(bytes, end);
        }

        return EndOfWord(bytes, position) == position + 1 && bytes[position] == 'R' ? position + 1 : null;
    }

    private static int EndOfWord(ReadOnlySpan<byte> bytes, int position)
    {
        int length = bytes[position..].IndexOfAny("\0\t\n\f\r ()<>[]{}/%"u8);
        return length < 0 ? bytes.Length : position + length;
    }

    private static bool IsSpace(byte value) => value is 0 or 9 or 10 or 12 or 13 or 32;
}
