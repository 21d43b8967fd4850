using System.Buffers;
using System.IO.Compression;
using Anfragen.Application.Documents;

namespace Anfragen.Infrastructure.Documents;

/// <summary>What is left of the bytes and entries that all archives of one file may have together.</summary>
internal sealed class InflateBudget
{
    private long _bytes = DocumentLimits.InflatedBytes;
    private int _entries = DocumentLimits.Entries;
    private int _nodes = DocumentLimits.XmlNodes;

    public void TakeEntries(int count)
    {
        _entries -= count;
        if (_entries < 0) throw DocumentRefused.Because($"Die Datei enthält mehr als {DocumentLimits.Entries} Teile.");
    }

    public void TakeNode()
    {
        if (--_nodes < 0) throw DocumentRefused.Because("Die Datei ist zu umfangreich, um sie zu prüfen.");
    }

    public void TakeBytes(int count)
    {
        _bytes -= count;
        if (_bytes < 0) throw DocumentRefused.Because($"Die Datei wird beim Öffnen größer als {DocumentLimits.InflatedBytes / (1024 * 1024)} MB.");
    }
}

/// <summary>
/// The zip of an office document, weighed before anything of it is read: every entry is inflated to nowhere and counted,
/// since the sizes in its headers can be lies.
/// </summary>
internal sealed class Package : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, PackagePart> _parts;

    private Package(ZipArchive zip, Dictionary<string, PackagePart> parts)
    {
        _zip = zip;
        _parts = parts;
    }

    /// <summary>In the order of the archive.</summary>
    public IReadOnlyCollection<PackagePart> Parts => _parts.Values;

    /// <exception cref="DocumentRefused">Broken, encrypted, too large, or with paths that lead out of it.</exception>
    public static Package Open(byte[] content, InflateBudget budget, CancellationToken cancel)
    {
        var places = ZipDirectory.Read(content);
        budget.TakeEntries(places.Count);
        ZipArchive? zip = null;
        try
        {
            zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            var parts = new Dictionary<string, PackagePart>(StringComparer.OrdinalIgnoreCase);
            if (zip.Entries.Count != places.Count) throw DocumentRefused.Because(ZipDirectory.Broken);
            foreach (var (entry, place) in zip.Entries.Zip(places))
            {
                MustStayInside(entry.FullName);
                // Opening compares the entry's two headers; nobody opens it for the first time after this.
                entry.Open().Dispose();
                using var packed = new MemoryStream(content, place.From, place.Length, writable: false);
                using var stream = place.IsDeflated ? new DeflateStream(packed, CompressionMode.Decompress) : (Stream)packed;
                var part = Weigh(entry, stream, budget, cancel);
                if (!parts.TryAdd(part.Name, part)) throw DocumentRefused.Because(ZipDirectory.Broken);
            }

            return new Package(zip, parts);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or IOException or NotSupportedException or ArgumentException)
        {
            zip?.Dispose();
            throw DocumentRefused.Because(ZipDirectory.Broken);
        }
        catch
        {
            zip?.Dispose();
            throw;
        }
    }

    public PackagePart? Find(string name) => _parts.GetValueOrDefault(name.TrimStart('/'));

    public void Dispose() => _zip.Dispose();

    private static void MustStayInside(string name)
    {
        var path = name.Replace('\\', '/');
        var leavesArchive = path.StartsWith('/') || path.Split('/').Contains("..") || path.Contains(':') || path.Contains('\0');
        if (leavesArchive) throw DocumentRefused.Because("Die Datei enthält Pfade, die aus ihr hinausführen.");
    }

    private static PackagePart Weigh(ZipArchiveEntry entry, Stream stream, InflateBudget budget, CancellationToken cancel)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(65536);
        try
        {
            var (length, start) = (0, Array.Empty<byte>());
            for (int read; (read = stream.ReadAtLeast(buffer, 1, throwOnEndOfStream: false)) > 0;)
            {
                cancel.ThrowIfCancellationRequested();
                budget.TakeBytes(read);
                if (start.Length < 64) start = [.. start, .. buffer.AsSpan(0, Math.Min(read, 64))];
                length += read;
            }

            // The library reads as far as the header says; other programs read on.
            if (length != entry.Length) throw DocumentRefused.Because(ZipDirectory.Broken);
            return new PackagePart(entry, length, start, budget);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

/// <summary>An entry that was weighed.</summary>
/// <param name="entry">Where it lies.</param>
/// <param name="length">Its true length.</param>
/// <param name="start">Its first bytes.</param>
/// <param name="budget">What may still be read of the file it belongs to.</param>
internal sealed class PackagePart(ZipArchiveEntry entry, int length, byte[] start, InflateBudget budget)
{
    public InflateBudget Budget => budget;

    public string Name => entry.FullName.Replace('\\', '/');

    public int Length => length;

    public ReadOnlySpan<byte> Start => start;

    public bool IsXml => Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    public bool IsIn(string folder) => Name.StartsWith(folder, StringComparison.OrdinalIgnoreCase);

    public Stream Open() => entry.Open();

    public byte[] Read()
    {
        using var stream = entry.Open();
        var bytes = new byte[length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
