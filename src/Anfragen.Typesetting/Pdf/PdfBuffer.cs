using System.Buffers.Text;

namespace Anfragen.Typesetting.Pdf;

/// <summary>Growing bytes with the notations of PDF. Numbers never depend on the culture.</summary>
/// <param name="capacity">Bytes to begin with.</param>
internal sealed class PdfBuffer(int capacity = 4096)
{
    private byte[] bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    /// <summary>Begins anew; what was written before must no longer be needed.</summary>
    public void Clear() => Length = 0;

    /// <summary>Appends ASCII.</summary>
    public PdfBuffer Append(string ascii)
    {
        Reserve(ascii.Length);
        foreach (char character in ascii)
        {
            bytes[Length++] = (byte)character;
        }

        return this;
    }

    public PdfBuffer Append(ReadOnlySpan<byte> data)
    {
        Reserve(data.Length);
        data.CopyTo(bytes.AsSpan(Length));
        Length += data.Length;
        return this;
    }

    public PdfBuffer Append(int value)
    {
        Reserve(11);
        Utf8Formatter.TryFormat(value, bytes.AsSpan(Length), out int written);
        Length += written;
        return this;
    }

    /// <summary>At most three decimals: a thousandth of a point is finer than any printer.</summary>
    public PdfBuffer Append(double value)
    {
        long thousandths = (long)Math.Round(value * 1000);
        Reserve(26);
        if (thousandths < 0)
        {
            bytes[Length++] = (byte)'-';
            thousandths = -thousandths;
        }

        Utf8Formatter.TryFormat(thousandths / 1000, bytes.AsSpan(Length), out int written);
        Length += written;
        int fraction = (int)(thousandths % 1000);
        for (int digit = 100; fraction > 0; fraction %= digit, digit /= 10)
        {
            if (digit == 100)
            {
                bytes[Length++] = (byte)'.';
            }

            bytes[Length++] = (byte)('0' + fraction / digit);
        }

        return this;
    }

    public PdfBuffer Reference(int id) => Append(id).Append(" 0 R ");

    /// <summary>Red, green and blue from 0 to 1.</summary>
    public PdfBuffer Color(int rgb) =>
        Append(((rgb >> 16) & 255) / 255.0).Append(" "u8).Append(((rgb >> 8) & 255) / 255.0).Append(" "u8).Append((rgb & 255) / 255.0);

    /// <summary>Four hexadecimal digits.</summary>
    public PdfBuffer Hex(int value)
    {
        Reserve(4);
        for (int shift = 12; shift >= 0; shift -= 4)
        {
            bytes[Length++] = (byte)"0123456789ABCDEF"[(value >> shift) & 15];
        }

        return this;
    }

    /// <summary>A text string in UTF-16BE, written as hexadecimal digits: nothing in it can end the string.</summary>
    public PdfBuffer Text(string text)
    {
        Append("<FEFF"u8);
        foreach (char unit in text)
        {
            Hex(unit);
        }

        return Append(">"u8);
    }

    /// <summary>A literal string of ASCII characters.</summary>
    public PdfBuffer Literal(string ascii) =>
        Append("("u8)
            .Append(ascii.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("(", @"\(", StringComparison.Ordinal).Replace(")", @"\)", StringComparison.Ordinal))
            .Append(")"u8);

    public override string ToString() => System.Text.Encoding.Latin1.GetString(Written);

    private void Reserve(int count)
    {
        if (Length + count > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(2 * bytes.Length, Length + count));
        }
    }
}
