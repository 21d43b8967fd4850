using System.Globalization;
using System.Text;
using Anfragen.Typesetting.Pdf;
using Anfragen.Typesetting.Pdf.Reading;

namespace Anfragen.Typesetting.Signing;

/// <summary>
/// The revision that adds a signature to a file, complete but for the signature itself. It fills the first empty signature field; if there is
/// none it adds one, invisible and tagged, so that the file stays PDF/UA-1 and PDF/A.
/// </summary>
internal sealed class SignatureRevision
{
    private const int OffsetDigits = 10;
    private const string FieldName = "Siegel";

    private readonly PdfReader reader;
    private readonly PdfUpdate update;
    private int rangeAt;
    private int contentsStart;
    private int contentsEnd;

    private SignatureRevision(PdfReader reader)
    {
        this.reader = reader;
        update = new PdfUpdate(reader);
    }

    /// <param name="pdf">The file as it is.</param>
    /// <param name="details">What the signature dictionary says.</param>
    /// <param name="reserved">Bytes that the signature may have.</param>
    /// <exception cref="InvalidDataException">The file is not built as the typesetter builds files.</exception>
    public static UnsignedRevision Append(byte[] pdf, SealDetails details, int reserved)
    {
        var revision = new SignatureRevision(new PdfReader(pdf));
        return revision.Append(details, reserved);
    }

    private UnsignedRevision Append(SealDetails details, int reserved)
    {
        int signature = update.Reserve();
        WriteSignature(signature, details, reserved);
        if (SignatureFields.Of(reader).FirstOrDefault(field => !field.IsSigned) is { } empty)
        {
            PdfDictionary field = reader.Dictionary(empty.Number);
            field.Set("V", Reference(signature));
            update.Write(empty.Number, field);
        }
        else
        {
            AddField(signature);
        }

        byte[] bytes = update.Finish();
        string range = $"[0 {contentsStart} {contentsEnd} {bytes.Length - contentsEnd}]".PadRight(RangeLength);
        Encoding.ASCII.GetBytes(range, bytes.AsSpan(rangeAt));
        return new UnsignedRevision(bytes, contentsStart, contentsEnd);
    }

    private static int RangeLength => "[0 ".Length + 3 * (OffsetDigits + 1);

    private void WriteSignature(int id, SealDetails details, int reserved)
    {
        PdfBuffer output = update.Begin(id).Append("<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M"u8).Literal(PdfDate.Format(details.SignedAt))
            .Append("/Name"u8).Text(details.Name);
        AppendOptional("/Reason", details.Reason);
        AppendOptional("/Location", details.Location);
        output.Append("/ByteRange"u8);
        rangeAt = update.Length;
        output.Append(new string(' ', RangeLength)).Append("/Contents"u8);
        contentsStart = update.Length;
        output.Append("<"u8).Append(new string('0', 2 * reserved)).Append(">"u8);
        contentsEnd = update.Length;
        output.Append(">>"u8);
        update.End();

        void AppendOptional(string key, string? text)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                output.Append(key).Text(text);
            }
        }
    }

    private void AddField(int signature)
    {
        int field = update.Reserve(), element = update.Reserve();
        int page = reader.Pages() is [.., var last] ? last : throw new InvalidDataException("The file has no page.");
        string name = UnusedName();
        int key = AddElement(element, field, page);
        SignatureField.Append(update.Begin(field), new SignatureField.Widget(name, page, key, signature));
        update.End();
        Change(page, dictionary => dictionary.AddToArray("Annots", Reference(field)));
        AddToForm(field);
    }

    private string UnusedName()
    {
        HashSet<string> taken = [.. SignatureFields.Of(reader).Select(field => field.Name)];
        int number = 1;
        while (taken.Contains(FieldName + number.ToString(CultureInfo.InvariantCulture)))
        {
            number++;
        }

        return FieldName + number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Adds the field's element as the last of the document and returns the key under which the field finds it.</summary>
    private int AddElement(int element, int field, int page)
    {
        int root = reader.Dictionary(reader.Catalog).Reference("StructTreeRoot") ?? throw new InvalidDataException("The file is not tagged.");
        PdfDictionary tree = reader.Dictionary(root);
        int document = tree.Reference("K") ?? throw new InvalidDataException("The structure has no single root.");
        int parents = tree.Reference("ParentTree") ?? throw new InvalidDataException("The structure has no parent tree.");
        int key = tree.Integer("ParentTreeNextKey") ?? throw new InvalidDataException("The structure does not name its next key.");
        tree.Set("ParentTreeNextKey", (key + 1).ToString(CultureInfo.InvariantCulture));
        update.Write(root, tree);
        Change(parents, dictionary => dictionary.AddToArray("Nums", $"{key} {Reference(element)}"));
        Change(document, dictionary => dictionary.AddToArray("K", Reference(element)));
        update.Begin(element).Append("<</Type/StructElem/S/Form/P "u8).Reference(document).Append("/Pg "u8).Reference(page)
            .Append("/K[<</Type/OBJR/Obj "u8).Reference(field).Append("/Pg "u8).Reference(page).Append(">>]>>"u8);
        update.End();
        return key;
    }

    private void AddToForm(int field)
    {
        if (reader.Dictionary(reader.Catalog).Reference("AcroForm") is { } form)
        {
            Change(form, dictionary => dictionary.AddToArray("Fields", Reference(field)));
            return;
        }

        int added = update.Reserve();
        SignatureField.AppendForm(update.Begin(added), [field]);
        update.End();
        Change(reader.Catalog, dictionary => dictionary.Set("AcroForm", Reference(added)));
    }

    private void Change(int number, Action<PdfDictionary> change)
    {
        PdfDictionary dictionary = reader.Dictionary(number);
        change(dictionary);
        update.Write(number, dictionary);
    }

    private static string Reference(int number) => string.Create(CultureInfo.InvariantCulture, $"{number} 0 R");
}

/// <summary>A file that lacks nothing but the digits of its signature.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="ContentsStart">Where the hexadecimal string of the signature begins, its "&lt;" included.</param>
/// <param name="ContentsEnd">The position behind its ">".</param>
internal sealed record UnsignedRevision(byte[] Bytes, int ContentsStart, int ContentsEnd)
{
    /// <summary>What is signed: everything but the hexadecimal string.</summary>
    public byte[] SignedBytes() => [.. Bytes.AsSpan(0, ContentsStart), .. Bytes.AsSpan(ContentsEnd)];

    /// <summary>Null if the signature has no room.</summary>
    public byte[]? With(byte[] signature)
    {
        if (2 * signature.Length > ContentsEnd - ContentsStart - 2)
        {
            return null;
        }

        byte[] signed = [.. Bytes];
        Encoding.ASCII.GetBytes(Convert.ToHexString(signature), signed.AsSpan(ContentsStart + 1));
        return signed;
    }
}
