using System.Xml;
using Anfragen.Application.Documents;

namespace Anfragen.Infrastructure.Documents;

/// <summary>Says which office document a package is by its own content types, and what it holds beside what one sees.</summary>
internal static class OoxmlScan
{
    private const string ContentTypes = "[Content_Types].xml";

    private static readonly Dictionary<string, FileFormat> MainTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [FileFormat.Docx.MediaType() + ".main+xml"] = FileFormat.Docx,
        [FileFormat.Xlsx.MediaType() + ".main+xml"] = FileFormat.Xlsx,
        [FileFormat.Pptx.MediaType() + ".main+xml"] = FileFormat.Pptx,
    };

    /// <summary>The format, or null when it is no Office Open XML.</summary>
    /// <exception cref="DocumentRefused">It is one with macros.</exception>
    public static FileFormat? Recognize(Package package, CancellationToken cancel)
    {
        if (package.Find(ContentTypes) is not { } part) return null;
        FileFormat? format = null;
        var hasMacros = package.Parts.Any(candidate => candidate.Name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        SafeXml.Scan(
            part,
            node =>
            {
                var type = node.GetAttribute("ContentType") ?? "";
                hasMacros |= type.Contains("macro", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase);
                if (node.LocalName != "Override" || !MainTypes.TryGetValue(type, out var found)) return;
                if (package.Find(node.GetAttribute("PartName") ?? "") is not null) format ??= found;
            },
            cancel);
        if (hasMacros) throw DocumentRefused.Because("Die Datei enthält Makros. Bitte speichern Sie sie ohne Makros.");
        return format;
    }

    public static void PointOut(Package package, FileFormat format, FindingList findings, CancellationToken cancel)
    {
        PointOutMetadata(package, findings, cancel);
        var counts = new Counts();
        foreach (var part in package.Parts.Where(part => part.IsXml)) SafeXml.Scan(part, node => counts.Take(part.Name, node), cancel);
        counts.PointOut(format, findings);
        findings.AddCount(
            package.Parts.Count(part => part.Name.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase)),
            DocumentFindingKind.EmbeddedFile, "eine eingebettete Datei", "eingebettete Dateien");
        findings.AddCount(
            package.Parts.Count(part => part.IsIn("ppt/notesSlides/") && !part.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)),
            DocumentFindingKind.SpeakerNotes, "Notizen zu einer Folie", "Folien mit Notizen");
        findings.AddIf(
            package.Parts.Any(part => part.IsIn("customXml/item")),
            DocumentFindingKind.PersonalMetadata, "Die Datei enthält unsichtbare Zusatzdaten (customXml).");
        findings.AddIf(
            package.Parts.Any(part => part.Name.Contains("/activeX/", StringComparison.OrdinalIgnoreCase)),
            DocumentFindingKind.Script, "Die Datei enthält Steuerelemente (ActiveX).");
    }

    private static void PointOutMetadata(Package package, FindingList findings, CancellationToken cancel)
    {
        foreach (var part in package.Parts.Where(part => part.IsIn("docProps/") && part.IsXml))
        {
            var element = "";
            SafeXml.Scan(
                part,
                node =>
                {
                    if (node.NodeType == XmlNodeType.Element)
                    {
                        element = node.LocalName;
                        findings.AddIf(element == "property", DocumentFindingKind.PersonalMetadata, "Die Datei enthält selbst angelegte Eigenschaften.");
                    }
                    else
                    {
                        PointOutProperty(element, node, findings);
                    }
                },
                cancel);
        }
    }

    private static void PointOutProperty(string element, XmlReader node, FindingList findings)
    {
        var what = element switch
        {
            "creator" => "Als Verfasser ist eingetragen",
            "lastModifiedBy" => "Zuletzt gespeichert hat",
            "Company" => "Als Firma ist eingetragen",
            "Manager" => "Als Leitung ist eingetragen",
            _ => null,
        };
        if (what is not null) findings.AddName(DocumentFindingKind.PersonalMetadata, what, node.Value);
    }

    private sealed class Counts
    {
        private int _hiddenSheets;
        private int _hiddenSlides;
        private int _comments;
        private int _changes;
        private bool _hasHiddenCells;
        private bool _hasHiddenText;
        private bool _reachesOut;

        public void Take(string part, XmlReader node)
        {
            if (node.NodeType != XmlNodeType.Element) return;
            switch (node.LocalName)
            {
                case "sheet":
                    if (node.GetAttribute("state") is "hidden" or "veryHidden") _hiddenSheets++;
                    break;
                case "row" or "col":
                    _hasHiddenCells |= IsOn(node.GetAttribute("hidden"));
                    break;
                case "sld":
                    if (node.GetAttribute("show") is "0" or "false") _hiddenSlides++;
                    break;
                case "comment" or "cm" or "threadedComment":
                    if (part.Contains("omment", StringComparison.Ordinal)) _comments++;
                    break;
                case "ins" or "del" or "moveFrom" or "moveTo" or "rPrChange" or "pPrChange" or "cellIns" or "cellDel":
                    if (part.StartsWith("word/", StringComparison.OrdinalIgnoreCase)) _changes++;
                    break;
                case "rrc" or "rcc" or "rsnm":
                    _changes++;
                    break;
                case "vanish":
                    _hasHiddenText |= !part.EndsWith("styles.xml", StringComparison.OrdinalIgnoreCase) && IsOnOrAbsent(node.GetAttribute("val", node.NamespaceURI));
                    break;
                case "Relationship":
                    var isLink = node.GetAttribute("Type")?.EndsWith("/hyperlink", StringComparison.Ordinal) == true;
                    _reachesOut |= !isLink && node.GetAttribute("TargetMode") == "External";
                    break;
            }
        }

        public void PointOut(FileFormat format, FindingList findings)
        {
            findings.AddCount(_hiddenSheets, DocumentFindingKind.HiddenSheet, "ein ausgeblendetes Tabellenblatt", "ausgeblendete Tabellenblätter");
            findings.AddIf(_hasHiddenCells, DocumentFindingKind.HiddenCells, "Die Datei enthält ausgeblendete Zeilen oder Spalten.");
            findings.AddCount(_hiddenSlides, DocumentFindingKind.HiddenSlide, "eine ausgeblendete Folie", "ausgeblendete Folien");
            findings.AddCount(_comments, DocumentFindingKind.Comment, "einen Kommentar", "Kommentare");
            findings.AddCount(_changes, DocumentFindingKind.TrackedChange, "eine nachverfolgte Änderung", "nachverfolgte Änderungen");
            findings.AddIf(_hasHiddenText && format == FileFormat.Docx, DocumentFindingKind.HiddenText, "Die Datei enthält ausgeblendeten Text.");
            findings.AddIf(_reachesOut, DocumentFindingKind.ExternalLink, "Die Datei lädt beim Öffnen etwas von anderswo nach (Vorlage, Bild oder Daten).");
        }

        private static bool IsOn(string? value) => value is "1" or "true" or "on";

        private static bool IsOnOrAbsent(string? value) => value is null || IsOn(value);
    }
}
