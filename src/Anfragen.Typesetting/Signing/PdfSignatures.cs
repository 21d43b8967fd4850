using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Anfragen.Typesetting.Pdf;
using Anfragen.Typesetting.Pdf.Reading;

namespace Anfragen.Typesetting.Signing;

/// <summary>Verifies the signatures of a file. Takes any bytes, also those of strangers.</summary>
public static class PdfSignatures
{
    private const string NotCovered = "Die Signatur lässt mehr aus als sich selbst.";
    private const string Unreadable = "Die Signatur ist nicht lesbar.";
    private const string Broken = "Die Datei wurde nach dem Unterschreiben verändert, oder die Signatur ist nicht gültig.";

    /// <summary>Signatures beyond this number are not looked at, and then none vouches: nobody signs so often, and each costs a look at the whole file.</summary>
    public const int MostSignatures = 8;

    // The word also stands in texts; a file full of it is made to keep its reader busy.
    private const int MostPlaces = 256;

    /// <summary>The signatures in the order of the file; none for a file without, or for something that is no PDF.</summary>
    public static IReadOnlyList<PdfSignature> Verify(byte[] pdf)
    {
        var found = new List<PdfSignature>();
        int places = 0;
        for (int position = 0; NextDictionary(pdf, position) is { } place; position = place.ByteRange)
        {
            if (++places > MostPlaces || found.Count == MostSignatures)
            {
                return [.. found.Select(signature => signature with { CoversWholeFile = false, ChangedAfter = LaterChange.Other })];
            }

            if (Read(pdf, place.Start) is { } dictionary)
            {
                found.Add(Verify(pdf, dictionary));
            }
        }

        // A further signature excuses what it brought only if it vouches for the file itself.
        bool lastVouches = found is [.., { IsIntact: true, CoversWholeFile: true }];
        return lastVouches ? found : [.. found.Select(signature => signature.ChangedAfter == LaterChange.FurtherSignatures ? signature with { ChangedAfter = LaterChange.Other } : signature)];
    }

    /// <summary>Where the next object begins that has "/ByteRange" in it, and where that stands.</summary>
    private static (int Start, int ByteRange)? NextDictionary(ReadOnlySpan<byte> pdf, int from)
    {
        int key = pdf[from..].IndexOf("/ByteRange"u8);
        if (key < 0)
        {
            return null;
        }

        key += from;
        int start = pdf[..key].LastIndexOf(" obj"u8);
        return (start < 0 ? key : PdfSyntax.SkipSpace(pdf, start + 4), key + 1);
    }

    /// <summary>The signature's dictionary, or null if something else stands there.</summary>
    private static PdfDictionary? Read(ReadOnlySpan<byte> pdf, int start)
    {
        try
        {
            PdfDictionary dictionary = PdfDictionary.Read(pdf, start);
            return dictionary["ByteRange"] is not null && dictionary["Contents"] is ['<', not '<', ..] ? dictionary : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static PdfSignature Verify(byte[] pdf, PdfDictionary dictionary)
    {
        var unread = new PdfSignature(
            IsIntact: false, CoversWholeFile: false, LaterChange.Other, Signer: "", dictionary.Text("Name") ?? "",
            PdfDate.Parse(dictionary.Text("M") ?? ""), TimestampedAt: null, NamesCertificate: false, Certificate: null, Unreadable);
        (int contentsStart, int contentsEnd) = dictionary.PlaceOf("Contents")!.Value;
        if (EndOfCovered(dictionary["ByteRange"]!, contentsStart, contentsEnd, pdf.Length) is not { } end)
        {
            return unread with { Problem = NotCovered };
        }

        LaterChange changed = LaterChanges.Judge(pdf, end);
        PdfSignature covered = unread with { CoversWholeFile = changed == LaterChange.None, ChangedAfter = changed, CoveredLength = end };
        byte[] data = [.. pdf.AsSpan(0, contentsStart), .. pdf.AsSpan(contentsEnd, end - contentsEnd)];
        try
        {
            return Decode(data, pdf.AsSpan(contentsStart + 1, contentsEnd - contentsStart - 2)) is { SignerInfos: { Count: 1 } signers } && signers[0] is { Certificate: { } certificate } signer
                ? Judge(covered, signer, certificate)
                : covered;
        }
        catch (CryptographicException)
        {
            // Parts of a signature are read when they are asked for; one that is damaged says so only then.
            return covered;
        }
    }

    private static PdfSignature Judge(PdfSignature found, SignerInfo signer, X509Certificate2 certificate)
    {
        bool intact = IsIntact(signer);
        return found with
        {
            IsIntact = intact,
            Signer = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
            TimestampedAt = intact ? SignatureTimestamp.Read(signer) : null,
            NamesCertificate = CadesSignature.NamesCertificate(signer, certificate),
            Certificate = certificate,
            Problem = intact ? null : Broken,
        };
    }

    /// <summary>Position behind the last byte that is covered; null unless the range begins with the file and leaves out the signature alone.</summary>
    private static int? EndOfCovered(string range, int contentsStart, int contentsEnd, int length)
    {
        string[] numbers = range.Trim('[', ']').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return numbers is ["0", var first, var second, var rest]
            && int.TryParse(first, out int firstLength) && firstLength == contentsStart
            && int.TryParse(second, out int secondStart) && secondStart == contentsEnd
            && int.TryParse(rest, out int secondLength) && secondLength >= 0 && secondLength <= length - secondStart
            ? secondStart + secondLength
            : null;
    }

    /// <summary>Null if the digits are no CMS signature. Zeros behind it fill the reserved room.</summary>
    private static SignedCms? Decode(byte[] data, ReadOnlySpan<byte> digits)
    {
        try
        {
            byte[] reserved = Convert.FromHexString(Encoding.ASCII.GetString(digits));
            AsnDecoder.ReadEncodedValue(reserved, AsnEncodingRules.BER, out _, out _, out int length);
            var cms = new SignedCms(new ContentInfo(data), detached: true);
            cms.Decode(reserved.AsSpan(0, length));
            return cms;
        }
        catch (Exception exception) when (exception is FormatException or AsnContentException or CryptographicException)
        {
            return null;
        }
    }

    private static bool IsIntact(SignerInfo signer)
    {
        try
        {
            signer.CheckSignature(verifySignatureOnly: true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
