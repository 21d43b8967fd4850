using System.Globalization;
using System.Security.Cryptography;
using Anfragen.Typesetting.Pdf.Reading;

namespace Anfragen.Typesetting.Pdf;

/// <summary>
/// A revision appended to a file (incremental update, ISO 32000-1, 7.5.6): not a byte of the file before it changes, so signatures over that
/// stay valid.
/// </summary>
internal sealed class PdfUpdate
{
    private readonly PdfBuffer output = new();
    private readonly SortedDictionary<int, int> offsets = [];
    private readonly PdfReader original;
    private int size;

    public PdfUpdate(PdfReader original)
    {
        this.original = original;
        size = original.Size;
        output.Append(original.Bytes.Span);
        if (output.Written[^1] is not (byte)'\n')
        {
            output.Append("\n"u8);
        }
    }

    /// <summary>Length of what is written so far, that is the offset of what comes next.</summary>
    public int Length => output.Length;

    public int Reserve() => size++;

    public PdfBuffer Begin(int id)
    {
        offsets[id] = output.Length;
        return output.Append(id).Append(" 0 obj\n"u8);
    }

    public void End() => output.Append("\nendobj\n"u8);

    /// <summary>Writes an object, new or instead of its former version.</summary>
    public void Write(int id, PdfDictionary dictionary)
    {
        dictionary.AppendTo(Begin(id));
        End();
    }

    public byte[] Finish()
    {
        string identifier = Convert.ToHexString(SHA256.HashData(output.Written).AsSpan(0, 16));
        int table = output.Length;
        output.Append("xref\n"u8);
        WriteSections();
        output.Append("trailer\n<</Size "u8).Append(size).Append("/Root "u8).Reference(original.Catalog);
        if (original.Trailer.Reference("Info") is { } information)
        {
            output.Append("/Info "u8).Reference(information);
        }

        output.Append("/Prev "u8).Append(original.TableOffset).Append("/ID["u8).Append(FirstIdentifier() ?? $"<{identifier}>")
            .Append("<"u8).Append(identifier).Append(">]>>\nstartxref\n"u8).Append(table).Append("\n%%EOF\n"u8);
        return output.Written.ToArray();
    }

    private void WriteSections()
    {
        int[] numbers = [.. offsets.Keys];
        for (int start = 0, end; start < numbers.Length; start = end)
        {
            end = start + 1;
            while (end < numbers.Length && numbers[end] == numbers[end - 1] + 1)
            {
                end++;
            }

            output.Append(numbers[start]).Append(" "u8).Append(end - start).Append("\n"u8);
            foreach (int number in numbers[start..end])
            {
                output.Append(offsets[number].ToString("D10", CultureInfo.InvariantCulture)).Append(" 00000 n \n"u8);
            }
        }
    }

    /// <summary>The first half of the identifier stays the same in all revisions (ISO 32000-1, 14.4).</summary>
    private string? FirstIdentifier() =>
        original.Trailer["ID"] is ['[', .. var halves, ']'] && halves.IndexOf('>', StringComparison.Ordinal) is var end and > 0 ? halves[..(end + 1)].Trim() : null;
}
