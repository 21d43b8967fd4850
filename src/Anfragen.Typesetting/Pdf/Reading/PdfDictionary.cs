using System.Globalization;
using System.Text;

namespace Anfragen.Typesetting.Pdf.Reading;

/// <summary>
/// A dictionary as it stands in a file: names without their solidus, values as their notation. What is not understood is kept as it is.
/// </summary>
internal sealed class PdfDictionary
{
    private readonly List<(string Key, string Value)> entries = [];
    private readonly Dictionary<string, int> indexes = [];
    private readonly Dictionary<string, (int Start, int End)> places = [];

    /// <summary>Reads the dictionary that begins at a position.</summary>
    /// <exception cref="InvalidDataException">No dictionary begins there, or a key stands in it twice.</exception>
    public static PdfDictionary Read(ReadOnlySpan<byte> bytes, int position)
    {
        if (!PdfSyntax.StartsWith(bytes, position, "<<"u8))
        {
            throw PdfSyntax.Malformed(position);
        }

        var dictionary = new PdfDictionary();
        position = PdfSyntax.SkipSpace(bytes, position + 2);
        while (!PdfSyntax.StartsWith(bytes, position, ">>"u8))
        {
            int keyEnd = PdfSyntax.EndOfValue(bytes, position);
            int start = PdfSyntax.SkipSpace(bytes, keyEnd), end = PdfSyntax.EndOfValue(bytes, start);
            string key = Encoding.Latin1.GetString(bytes[position..keyEnd]);
            if (key[0] != '/' || !dictionary.places.TryAdd(key[1..], (start, end)))
            {
                throw PdfSyntax.Malformed(position);
            }

            dictionary.Add(key[1..], Encoding.Latin1.GetString(bytes[start..end]));
            position = PdfSyntax.SkipSpace(bytes, end);
        }

        dictionary.End = position + 2;
        return dictionary;
    }

    /// <summary>Position behind the dictionary in the bytes it was read from.</summary>
    public int End { get; private set; }

    public IEnumerable<string> Keys => entries.Select(entry => entry.Key);

    /// <summary>Notation of the value, or null.</summary>
    public string? this[string key] => indexes.TryGetValue(key, out int index) ? entries[index].Value : null;

    /// <summary>Where in the bytes the value stands, or null.</summary>
    public (int Start, int End)? PlaceOf(string key) => places.TryGetValue(key, out (int, int) place) ? place : null;

    /// <summary>Number of the object that the value refers to, or null if the value is no reference.</summary>
    public int? Reference(string key) => this[key] is { } value ? ReferenceIn(value) : null;

    /// <summary>The value as a whole number, or null.</summary>
    public int? Integer(string key) => int.TryParse(this[key], NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : null;

    /// <summary>The value as text: a string in UTF-16 with its mark, or one of ASCII characters; null if it is no string.</summary>
    public string? Text(string key) => this[key] is { } value ? PdfText.Read(value) : null;

    /// <summary>Numbers of the objects that an array refers to; none if there is no array.</summary>
    public IReadOnlyList<int> References(string key)
    {
        if (this[key] is not ['[', .., ']'] array)
        {
            return [];
        }

        byte[] bytes = Encoding.Latin1.GetBytes(array);
        var found = new List<int>();
        for (int position = PdfSyntax.SkipSpace(bytes, 1); bytes[position] != ']';)
        {
            int end = PdfSyntax.EndOfValue(bytes, position);
            if (ReferenceIn(array[position..end]) is { } number)
            {
                found.Add(number);
            }

            position = PdfSyntax.SkipSpace(bytes, end);
        }

        return found;
    }

    public void Set(string key, string value)
    {
        if (indexes.TryGetValue(key, out int index))
        {
            entries[index] = (key, value);
        }
        else
        {
            Add(key, value);
        }
    }

    /// <summary>Adds to the end of an array, which is made if there is none.</summary>
    /// <exception cref="InvalidDataException">The value is no array.</exception>
    public void AddToArray(string key, string element)
    {
        string array = this[key] ?? "[]";
        if (array is not ['[', .., ']'])
        {
            throw new InvalidDataException($"/{key} is no array.");
        }

        Set(key, $"{array[..^1].TrimEnd()} {element}]");
    }

    public void AppendTo(PdfBuffer output)
    {
        output.Append("<<"u8);
        foreach ((string key, string value) in entries)
        {
            output.Append("/"u8).Append(key).Append(value[0] is '/' or '[' or '<' or '(' ? "" : " ").Append(value);
        }

        output.Append(">>"u8);
    }

    private void Add(string key, string value)
    {
        indexes.Add(key, entries.Count);
        entries.Add((key, value));
    }

    private static int? ReferenceIn(string value) =>
        value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [var number, "0", "R"]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int id)
            ? id
            : null;
}
