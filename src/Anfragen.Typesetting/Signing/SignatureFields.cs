using Anfragen.Typesetting.Pdf.Reading;

namespace Anfragen.Typesetting.Signing;

/// <summary>A signature field of a file.</summary>
/// <param name="Number">Number of its object.</param>
/// <param name="Name">Its partial name.</param>
/// <param name="Signature">Number of the signature's object, or null if the field is empty.</param>
internal sealed record FoundField(int Number, string Name, int? Signature)
{
    public bool IsSigned => Signature is not null;
}

/// <summary>Finds the signature fields of a file.</summary>
internal static class SignatureFields
{
    /// <summary>In the order of the form; only fields without parents, as we write them.</summary>
    public static IReadOnlyList<FoundField> Of(PdfReader reader)
    {
        if (reader.Dictionary(reader.Catalog).Reference("AcroForm") is not { } form)
        {
            return [];
        }

        var found = new List<FoundField>();
        foreach (int number in reader.Dictionary(form).References("Fields"))
        {
            PdfDictionary field = reader.Dictionary(number);
            if (field["FT"] == "/Sig")
            {
                found.Add(new FoundField(number, field.Text("T") ?? "", field.Reference("V")));
            }
        }

        return found;
    }
}
