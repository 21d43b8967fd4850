using System.Buffers.Binary;
using Anfragen.Application.Documents;

namespace Anfragen.Infrastructure.Documents;

/// <summary>Walks the segments of PNG and JPEG without decoding a pixel: a picture bomb costs nothing here.</summary>
internal static class Pictures
{
    private static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool IsPng(ReadOnlySpan<byte> content) => content.StartsWith(PngSignature);

    public static bool IsJpeg(ReadOnlySpan<byte> content) => content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);

    /// <exception cref="DocumentRefused">The picture ends before its end.</exception>
    public static void ExaminePng(ReadOnlySpan<byte> content, string inWhat, FindingList findings)
    {
        var position = 8;
        if (!content[position..].StartsWith("\0\0\0\rIHDR"u8)) throw Broken();
        while (true)
        {
            if (position + 12 > content.Length) throw Broken();
            var length = BinaryPrimitives.ReadUInt32BigEndian(content[position..]);
            if (position + 12L + length > content.Length) throw Broken();
            var kind = content.Slice(position + 4, 4);
            var data = content.Slice(position + 8, (int)length);
            if (kind.SequenceEqual("eXIf"u8)) ExifBlock.PointOut(data, inWhat, findings);
            if (kind.SequenceEqual("tEXt"u8) || kind.SequenceEqual("iTXt"u8) || kind.SequenceEqual("zTXt"u8)) PointOutText(data, inWhat, findings);
            position += 12 + (int)length;
            if (!kind.SequenceEqual("IEND"u8)) continue;
            PointOutRest(content[position..], inWhat, findings);
            return;
        }
    }

    /// <exception cref="DocumentRefused">There is no picture in it.</exception>
    public static void ExamineJpeg(ReadOnlySpan<byte> content, string inWhat, FindingList findings)
    {
        var position = 2;
        while (true)
        {
            if (position + 4 > content.Length || content[position] != 0xFF) throw Broken();
            var marker = content[position + 1];
            if (marker == 0xFF)
            {
                position++;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(content[(position + 2)..]);
            if (length < 2 || position + 2 + length > content.Length) throw Broken();
            var data = content.Slice(position + 4, length - 2);
            if (marker == 0xE1 && data.StartsWith("Exif\0\0"u8)) ExifBlock.PointOut(data[6..], inWhat, findings);
            if (marker == 0xE1 && data.StartsWith("http://ns.adobe.com/"u8)) PointOutText(data, inWhat, findings);
            if (marker == 0xED) findings.Add(DocumentFindingKind.PersonalMetadata, $"{inWhat} enthält Angaben zu Urheber oder Inhalt (IPTC).");
            if (marker == 0xFE) findings.Add(DocumentFindingKind.PersonalMetadata, $"{inWhat} enthält einen unsichtbaren Kommentar.");
            position += 2 + length;
            if (marker == 0xDA) break;
        }

        var end = content[position..].IndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]);
        if (end < 0) throw Broken();
        PointOutRest(content[(position + end + 2)..], inWhat, findings);
    }

    private static void PointOutText(ReadOnlySpan<byte> data, string inWhat, FindingList findings)
    {
        if (data.StartsWith("XML:com.adobe.xmp"u8) || data.StartsWith("http://ns.adobe.com/"u8))
        {
            findings.AddIf(data.IndexOf("GPSL"u8) >= 0, DocumentFindingKind.Location, $"{inWhat} nennt den Ort der Aufnahme (GPS).");
            findings.Add(DocumentFindingKind.PersonalMetadata, $"{inWhat} enthält Angaben zu Herkunft oder Bearbeitung (XMP).");
        }
        else
        {
            findings.Add(DocumentFindingKind.PersonalMetadata, $"{inWhat} enthält unsichtbaren Text, etwa Urheber oder Programm.");
        }
    }

    private static void PointOutRest(ReadOnlySpan<byte> rest, string inWhat, FindingList findings) => findings.AddIf(
        rest.IndexOfAnyExcept((byte)0, (byte)'\n', (byte)'\r') >= 0, DocumentFindingKind.AppendedData, $"{inWhat} enthält hinter dem Bild noch andere Daten.");

    private static DocumentRefused Broken() => DocumentRefused.Because("Das Bild ist beschädigt oder unvollständig.");
}
