using System.Buffers.Binary;
using System.Text;
using Anfragen.Application.Documents;

namespace Anfragen.Infrastructure.Documents;

/// <summary>What a camera wrote into a picture: the first directory of its Exif block is enough to say whether place and device are told.</summary>
internal static class ExifBlock
{
    private const int MostEntries = 1000;
    private const ushort Make = 0x010F;
    private const ushort Model = 0x0110;
    private const ushort DateTime = 0x0132;
    private const ushort Artist = 0x013B;
    private const ushort ExifDirectory = 0x8769;
    private const ushort GpsDirectory = 0x8825;

    public static void PointOut(ReadOnlySpan<byte> tiff, string inWhat, FindingList findings)
    {
        if (tiff.Length < 8) return;
        var isLittle = tiff[0] == 'I';
        var directory = Number32(tiff, 4, isLittle);
        var device = new List<string>();
        foreach (var position in Entries(tiff, directory, isLittle))
        {
            switch (Number16(tiff, position, isLittle))
            {
                case GpsDirectory:
                    findings.Add(DocumentFindingKind.Location, $"{inWhat} nennt den Ort der Aufnahme (GPS).");
                    break;
                case Artist:
                    findings.AddName(DocumentFindingKind.PersonalMetadata, $"{inWhat} nennt als Urheber", Text(tiff, position, isLittle));
                    break;
                case Make or Model:
                    if (Text(tiff, position, isLittle) is { Length: > 0 } name) device.Add(name);
                    break;
                case DateTime or ExifDirectory:
                    findings.Add(DocumentFindingKind.CameraData, $"{inWhat} nennt Zeitpunkt oder Einstellungen der Aufnahme (EXIF).");
                    break;
            }
        }

        findings.AddName(DocumentFindingKind.CameraData, $"{inWhat} nennt das Gerät", string.Join(' ', device));
    }

    private static List<int> Entries(ReadOnlySpan<byte> tiff, long directory, bool isLittle)
    {
        var positions = new List<int>();
        if (directory < 8 || directory + 2 > tiff.Length) return positions;
        var count = Math.Min((int)Number16(tiff, (int)directory, isLittle), MostEntries);
        for (var i = 0; i < count; i++)
        {
            var position = directory + 2 + (i * 12L);
            if (position + 12 > tiff.Length) break;
            positions.Add((int)position);
        }

        return positions;
    }

    private static string? Text(ReadOnlySpan<byte> tiff, int entry, bool isLittle)
    {
        var length = Number32(tiff, entry + 4, isLittle);
        var from = length <= 4 ? entry + 8 : Number32(tiff, entry + 8, isLittle);
        if (from + length > tiff.Length || length > 500) return null;
        return Encoding.Latin1.GetString(tiff.Slice((int)from, (int)length)).Trim('\0', ' ');
    }

    private static ushort Number16(ReadOnlySpan<byte> bytes, int at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]) : BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static long Number32(ReadOnlySpan<byte> bytes, int at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]) : BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
}
