using System.Buffers.Binary;
using Anfragen.Application.Documents;

namespace Anfragen.Infrastructure.Documents;

/// <summary>
/// Walks the directory of a zip file before a library makes objects of it: 25 MB have room for half a million entries.
/// </summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int LocalLength = 30;
    private const int LongestComment = ushort.MaxValue;

    public const string Broken = "Die Datei ist beschädigt und lässt sich nicht öffnen.";

    /// <exception cref="DocumentRefused">It is broken, encrypted, or holds more entries than are looked at.</exception>
    public static IReadOnlyList<ZipPlace> Read(ReadOnlySpan<byte> zip)
    {
        var end = FindEnd(zip);
        var position = (long)BinaryPrimitives.ReadUInt32LittleEndian(zip[(end + 16)..]);
        var places = new List<ZipPlace>();
        while (position + 4 <= end && zip[(int)position..].StartsWith("PK\x01\x02"u8))
        {
            if (position + EntryLength > end) throw DocumentRefused.Because(Broken);
            var entry = zip[(int)position..];
            if ((entry[8] & 1) != 0) throw DocumentRefused.Because("Die Datei ist mit einem Passwort verschlüsselt. Bitte speichern Sie sie ohne Passwort.");
            places.Add(PlaceOf(zip, entry));
            if (places.Count > DocumentLimits.Entries) throw DocumentRefused.Because($"Die Datei enthält mehr als {DocumentLimits.Entries} Teile.");
            position += EntryLength + BinaryPrimitives.ReadUInt16LittleEndian(entry[28..])
                + BinaryPrimitives.ReadUInt16LittleEndian(entry[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(entry[32..]);
        }

        return places.Count > 0 ? places : throw DocumentRefused.Because(Broken);
    }

    private static ZipPlace PlaceOf(ReadOnlySpan<byte> zip, ReadOnlySpan<byte> entry)
    {
        var local = BinaryPrimitives.ReadUInt32LittleEndian(entry[42..]);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(entry[20..]);
        if (local + LocalLength > zip.Length) throw DocumentRefused.Because(Broken);
        var header = zip[(int)local..];
        var from = local + LocalLength + BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        if (from + length > zip.Length) throw DocumentRefused.Because(Broken);
        return new ZipPlace((int)from, (int)length, IsDeflated: BinaryPrimitives.ReadUInt16LittleEndian(entry[10..]) != 0);
    }

    private static int FindEnd(ReadOnlySpan<byte> zip)
    {
        var from = Math.Max(0, zip.Length - EndLength - LongestComment);
        var end = zip[from..].LastIndexOf("PK\x05\x06"u8);
        return end >= 0 && from + end + EndLength <= zip.Length ? from + end : throw DocumentRefused.Because(Broken);
    }
}

/// <summary>Where the packed bytes of an entry lie.</summary>
internal readonly record struct ZipPlace(int From, int Length, bool IsDeflated);
