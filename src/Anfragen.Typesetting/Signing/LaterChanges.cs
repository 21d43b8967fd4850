using System.Text.RegularExpressions;
using Anfragen.Typesetting.Pdf.Reading;

namespace Anfragen.Typesetting.Signing;

/// <summary>
/// Judges what was appended to a file behind a signature. Only what a further signature of ours needs is harmless: its field, and the field's
/// places in page, form and structure. All that would change what is seen or read aloud is not.
/// </summary>
internal sealed partial class LaterChanges
{
    private readonly PdfReader signed;
    private readonly PdfReader now;
    private readonly PdfDictionary catalog;
    private readonly int? structure;
    private readonly HashSet<int> pages;
    private readonly HashSet<int> emptyFields;

    private LaterChanges(PdfReader signed, PdfReader now)
    {
        this.signed = signed;
        this.now = now;
        catalog = signed.Dictionary(signed.Catalog);
        structure = catalog.Reference("StructTreeRoot");
        pages = [.. signed.Pages()];
        emptyFields = [.. SignatureFields.Of(signed).Where(field => !field.IsSigned).Select(field => field.Number)];
    }

    /// <param name="pdf">The file.</param>
    /// <param name="end">Where what is signed ends.</param>
    public static LaterChange Judge(byte[] pdf, int end)
    {
        if (end == pdf.Length)
        {
            return LaterChange.None;
        }

        try
        {
            var changes = new LaterChanges(new PdfReader(pdf.AsMemory(0, end)), new PdfReader(pdf));
            return changes.AreHarmless() ? LaterChange.FurtherSignatures : LaterChange.Other;
        }
        catch (InvalidDataException)
        {
            return LaterChange.Other;
        }
    }

    private bool AreHarmless() =>
        now.Catalog == signed.Catalog
        && now.Trailer.Reference("Info") == signed.Trailer.Reference("Info")
        && signed.Numbers.All(number => now.OffsetOf(number) == signed.OffsetOf(number) || IsHarmless(number));

    /// <summary>Whether the new version of an object differs from the signed one by nothing but what a further signature needs.</summary>
    private bool IsHarmless(int number)
    {
        if (now.OffsetOf(number) is null || !signed.IsPlainDictionary(number) || !now.IsPlainDictionary(number))
        {
            return false;
        }

        PdfDictionary before = signed.Dictionary(number), after = now.Dictionary(number);
        string[] changed = [.. before.Keys.Union(after.Keys).Where(key => before[key] != after[key])];
        return changed.All(key => Allows(number, key, before, after));
    }

    private bool Allows(int number, string key, PdfDictionary before, PdfDictionary after)
    {
        PdfDictionary? tree = structure is { } root ? signed.Dictionary(root) : null;
        return key switch
        {
            "AcroForm" => number == signed.Catalog && before[key] is null && after.Reference(key) is { } form && IsForm(form),
            "SigFlags" => number == catalog.Reference("AcroForm"),
            "Fields" => number == catalog.Reference("AcroForm") && Added(key, before, after) is { } fields && fields.All(IsInvisibleField),
            "Annots" => pages.Contains(number) && Added(key, before, after) is { } annotations && annotations.All(IsInvisibleField),
            "K" => number == tree?.Reference("K") && Added(key, before, after) is { } elements && elements.All(IsFieldElement),
            "Nums" => number == tree?.Reference("ParentTree") && Added(key, before, after) is { } parents && parents.All(IsFieldElement),
            "ParentTreeNextKey" => number == structure,
            "V" => emptyFields.Contains(number) && after.Reference(key) is { } value && IsNew(value),
            _ => false,
        };
    }

    /// <summary>References that were added at the end of an array; null if the array differs otherwise.</summary>
    private static IEnumerable<int>? Added(string key, PdfDictionary before, PdfDictionary after)
    {
        string former = before[key] is ['[', .., ']'] array ? array[..^1].TrimEnd() : "[";
        return after[key] is { } extended && extended.StartsWith(former, StringComparison.Ordinal) && (key == "Nums" ? KeyedReferences() : References()).IsMatch(extended.AsSpan(former.Length))
            ? after.References(key).Skip(before.References(key).Count)
            : null;
    }

    [GeneratedRegex(@"^( \d+ 0 R)*\]$")]
    private static partial Regex References();

    [GeneratedRegex(@"^( \d+ \d+ 0 R)*\]$")]
    private static partial Regex KeyedReferences();

    private bool IsForm(int number)
    {
        PdfDictionary form = now.Dictionary(number);
        return IsNew(number) && form.Keys.All(key => key is "SigFlags" or "Fields") && form.References("Fields").All(IsInvisibleField);
    }

    /// <summary>No area, no appearance, no action: nothing to be seen.</summary>
    private bool IsInvisibleField(int number)
    {
        PdfDictionary field = now.Dictionary(number);
        return IsNew(number)
            && field["FT"] == "/Sig"
            && field["Subtype"] == "/Widget"
            && field["Rect"] == "[0 0 0 0]"
            && field.Keys.All(key => key is "Type" or "Subtype" or "FT" or "F" or "Rect" or "P" or "StructParent" or "T" or "TU" or "V");
    }

    private bool IsFieldElement(int number)
    {
        PdfDictionary element = now.Dictionary(number);
        return IsNew(number) && element["S"] == "/Form" && element.Keys.All(key => key is "Type" or "S" or "P" or "Pg" or "K");
    }

    private bool IsNew(int number) => signed.OffsetOf(number) is null;
}
