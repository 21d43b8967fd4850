namespace Anfragen.Typesetting.Pdf.Reading;

/// <summary>
/// Finds the objects of a file by its cross-reference tables, the newest version of each. Files with cross-reference streams or encryption,
/// which we never write, are refused.
/// </summary>
internal sealed class PdfReader
{
    private const int MostObjects = 1_000_000;
    private const int Free = -1;
    private const int DeepestPageTree = 32;

    // Of a file of ours each object is read a few times. One in which thousands of references lead to the same large object would keep its reader busy for hours.
    private const int MostReadings = 16;

    private readonly Dictionary<int, int> offsets = [];
    private long read;

    /// <param name="bytes">The file, or a file's beginning up to the end of one of its revisions.</param>
    /// <exception cref="InvalidDataException">The file is not one that we could have written.</exception>
    public PdfReader(ReadOnlyMemory<byte> bytes)
    {
        Bytes = bytes;
        TableOffset = ReadLastTableOffset();
        var seen = new HashSet<int>();
        for (int? table = TableOffset; table is { } offset;)
        {
            if (!seen.Add(offset))
            {
                throw PdfSyntax.Malformed(offset);
            }

            PdfDictionary trailer = ReadTable(offset);
            Trailer ??= trailer;
            table = trailer.Integer("Prev");
        }

        if (Trailer!["Encrypt"] is not null || Trailer["XRefStm"] is not null)
        {
            throw new InvalidDataException("Encrypted or hybrid files cannot be read.");
        }
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Offset of the newest cross-reference table.</summary>
    public int TableOffset { get; }

    /// <summary>The newest trailer.</summary>
    public PdfDictionary Trailer { get; }

    /// <summary>The number after the highest object number.</summary>
    public int Size => Trailer.Integer("Size") ?? throw new InvalidDataException("The trailer has no size.");

    /// <summary>Numbers of the objects in use.</summary>
    public IEnumerable<int> Numbers => offsets.Where(entry => entry.Value != Free).Select(entry => entry.Key);

    public int Catalog => Trailer.Reference("Root") ?? throw new InvalidDataException("The trailer names no catalog.");

    /// <summary>Where the newest version of the object stands, or null.</summary>
    public int? OffsetOf(int number) => offsets.TryGetValue(number, out int offset) && offset != Free ? offset : null;

    /// <exception cref="InvalidDataException">There is no such object, or it is no dictionary.</exception>
    public PdfDictionary Dictionary(int number)
    {
        var dictionary = PdfDictionary.Read(Bytes.Span, StartOfBody(number));
        Count(number, dictionary.End);
        return dictionary;
    }

    /// <summary>Whether the object is a dictionary and no stream.</summary>
    public bool IsPlainDictionary(int number)
    {
        ReadOnlySpan<byte> bytes = Bytes.Span;
        int start = StartOfBody(number);
        if (!PdfSyntax.StartsWith(bytes, start, "<<"u8))
        {
            return false;
        }

        int end = PdfSyntax.SkipSpace(bytes, PdfSyntax.EndOfValue(bytes, start));
        Count(number, end);
        return PdfSyntax.StartsWith(bytes, end, "endobj"u8);
    }

    /// <summary>Numbers of the pages in their order, from a page tree of any depth.</summary>
    public IReadOnlyList<int> Pages()
    {
        var pages = new List<int>();
        var seen = new HashSet<int>();
        Collect(Dictionary(Catalog).Reference("Pages"), 0);
        return pages;

        void Collect(int? node, int depth)
        {
            if (node is not { } number || !seen.Add(number) || depth > DeepestPageTree)
            {
                throw new InvalidDataException("The page tree is damaged.");
            }

            PdfDictionary dictionary = Dictionary(number);
            if (dictionary["Type"] == "/Page")
            {
                pages.Add(number);
                return;
            }

            foreach (int child in dictionary.References("Kids"))
            {
                Collect(child, depth + 1);
            }
        }
    }

    /// <exception cref="InvalidDataException">The same bytes were read too often.</exception>
    private void Count(int number, int end)
    {
        read += end - offsets[number];
        if (read > MostReadings * (long)Bytes.Length)
        {
            throw new InvalidDataException("The objects of the file refer to one another too often.");
        }
    }

    private int StartOfBody(int number)
    {
        ReadOnlySpan<byte> bytes = Bytes.Span;
        int offset = OffsetOf(number) ?? throw new InvalidDataException($"There is no object {number}.");
        (int found, int position) = PdfSyntax.ReadInteger(bytes, offset);
        (int generation, position) = PdfSyntax.ReadInteger(bytes, PdfSyntax.SkipSpace(bytes, position));
        position = PdfSyntax.SkipSpace(bytes, position);
        return found == number && generation == 0 && PdfSyntax.StartsWith(bytes, position, "obj"u8)
            ? PdfSyntax.SkipSpace(bytes, position + 3)
            : throw PdfSyntax.Malformed(offset);
    }

    private int ReadLastTableOffset()
    {
        ReadOnlySpan<byte> bytes = Bytes.Span;
        int keyword = bytes.LastIndexOf("startxref"u8);
        if (!bytes.StartsWith("%PDF-"u8) || keyword < 0)
        {
            throw new InvalidDataException("The file is no PDF.");
        }

        return PdfSyntax.ReadInteger(bytes, PdfSyntax.SkipSpace(bytes, keyword + 9)).Value;
    }

    /// <summary>Entries of newer tables stay. Returns the trailer.</summary>
    private PdfDictionary ReadTable(int offset)
    {
        ReadOnlySpan<byte> bytes = Bytes.Span;
        if (!PdfSyntax.StartsWith(bytes, offset, "xref"u8))
        {
            throw new InvalidDataException("The file has no cross-reference table.");
        }

        int position = PdfSyntax.SkipSpace(bytes, offset + 4);
        while (!PdfSyntax.StartsWith(bytes, position, "trailer"u8))
        {
            (int first, position) = PdfSyntax.ReadInteger(bytes, position);
            (int count, position) = PdfSyntax.ReadInteger(bytes, PdfSyntax.SkipSpace(bytes, position));
            position = PdfSyntax.SkipSpace(bytes, position);
            if ((long)first + count > MostObjects)
            {
                throw PdfSyntax.Malformed(position);
            }

            for (int number = first; number < first + count; number++)
            {
                (int entry, position) = PdfSyntax.ReadInteger(bytes, position);
                (_, position) = PdfSyntax.ReadInteger(bytes, PdfSyntax.SkipSpace(bytes, position));
                position = PdfSyntax.SkipSpace(bytes, position);
                bool inUse = PdfSyntax.StartsWith(bytes, position, "n"u8);
                offsets.TryAdd(number, inUse ? entry : Free);
                position = PdfSyntax.SkipSpace(bytes, position + 1);
            }
        }

        return PdfDictionary.Read(bytes, PdfSyntax.SkipSpace(bytes, position + 7));
    }
}
