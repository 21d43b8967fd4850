namespace Anfragen.Typesetting.Pdf;

/// <summary>
/// A signature field that is its own widget (ISO 32000-1, 12.7.4.5). It has no area, so PDF/A asks for no appearance (ISO 19005-2, 6.3.3), and
/// belongs to an element "Form", as PDF/UA-1, 7.18.4 has it.
/// </summary>
internal static class SignatureField
{
    private const int PrintAndLocked = 4 + 128;

    /// <param name="Name">Partial name of the field; unique in the file.</param>
    /// <param name="Page">Number of the page's object.</param>
    /// <param name="Key">Key of the structure's parent tree.</param>
    /// <param name="Signature">Number of the signature's object, or null for an empty field.</param>
    internal readonly record struct Widget(string Name, int Page, int Key, int? Signature);

    public static void Append(PdfBuffer output, Widget widget)
    {
        output.Append("<</Type/Annot/Subtype/Widget/FT/Sig/F "u8).Append(PrintAndLocked).Append("/Rect[0 0 0 0]/P "u8).Reference(widget.Page)
            .Append("/StructParent "u8).Append(widget.Key).Append("/T"u8).Text(widget.Name).Append("/TU"u8).Text("Elektronisches Siegel");
        if (widget.Signature is { } signature)
        {
            output.Append("/V "u8).Reference(signature);
        }

        output.Append(">>"u8);
    }

    /// <summary>The form that holds the fields; its flags say that there are signatures and that changes are to be appended.</summary>
    public static void AppendForm(PdfBuffer output, IEnumerable<int> fields)
    {
        output.Append("<</SigFlags 3/Fields["u8);
        foreach (int field in fields)
        {
            output.Reference(field);
        }

        output.Append("]>>"u8);
    }
}
