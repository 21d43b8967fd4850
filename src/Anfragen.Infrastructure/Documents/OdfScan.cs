using System.Text;
using System.Xml;
using Anfragen.Application.Documents;

namespace Anfragen.Infrastructure.Documents;

/// <summary>Says which OpenDocument a package is by its mimetype entry, and what it holds beside what one sees.</summary>
internal static class OdfScan
{
    private static readonly FileFormat[] Formats = [FileFormat.Odt, FileFormat.Ods, FileFormat.Odp];

    // LibreOffice lists its empty libraries in these; a module is any other file beside them.
    private static readonly string[] EmptyLibraries = ["script-lc.xml", "script-lb.xml", "dialog-lc.xml", "dialog-lb.xml"];

    private static readonly string[] Own = ["content.xml", "styles.xml", "meta.xml", "settings.xml"];

    /// <summary>The format, or null when it is no OpenDocument.</summary>
    /// <exception cref="DocumentRefused">It is encrypted or holds macros.</exception>
    public static FileFormat? Recognize(Package package, CancellationToken cancel)
    {
        if (package.Find("mimetype") is not { Length: < 200 } part || package.Find("content.xml") is null) return null;
        var mediaType = Encoding.ASCII.GetString(part.Read()).Trim();
        var index = Array.FindIndex(Formats, format => format.MediaType() == mediaType);
        if (index < 0) return null;
        if (package.Parts.Any(IsMacro)) throw DocumentRefused.Because("Die Datei enthält Makros. Bitte speichern Sie sie ohne Makros.");
        if (package.Find("META-INF/manifest.xml") is { } manifest)
        {
            SafeXml.Scan(
                manifest,
                node =>
                {
                    if (node.LocalName == "encryption-data") throw DocumentRefused.Because("Die Datei ist mit einem Passwort verschlüsselt. Bitte speichern Sie sie ohne Passwort.");
                },
                cancel);
        }

        return Formats[index];
    }

    public static void PointOut(Package package, FindingList findings, CancellationToken cancel)
    {
        var counts = new Counts(findings);
        foreach (var part in package.Parts.Where(part => part.IsXml))
        {
            var isOwn = Own.Contains(part.Name);
            SafeXml.Scan(
                part,
                node =>
                {
                    if (isOwn) counts.Take(node);
                },
                cancel);
        }

        counts.PointOut();
        findings.AddCount(
            package.Parts.Count(part => part.Name.EndsWith("/content.xml", StringComparison.OrdinalIgnoreCase)),
            DocumentFindingKind.EmbeddedFile, "eine eingebettete Datei", "eingebettete Dateien");
    }

    private static bool IsMacro(PackagePart part) =>
        part.Length > 0 && ((part.IsIn("Basic/") && !EmptyLibraries.Contains(part.Name[(part.Name.LastIndexOf('/') + 1)..])) || part.IsIn("Scripts/"));

    private sealed class Counts(FindingList findings)
    {
        private readonly HashSet<string> _hiddenStyles = [];
        private string _element = "";
        private string? _style;
        private int _hiddenSheets;
        private int _hiddenSlides;
        private int _comments;
        private int _changes;
        private int _notes;
        private bool _hasHiddenCells;
        private bool _hasHiddenText;
        private bool _reachesOut;

        public void Take(XmlReader node)
        {
            if (node.NodeType == XmlNodeType.Text)
            {
                TakeText(node);
                return;
            }

            _element = node.LocalName;
            switch (node.LocalName)
            {
                case "style":
                    _style = Attribute(node, "name");
                    break;
                case "table-properties":
                    if (Attribute(node, "display") == "false" && _style is not null) _hiddenStyles.Add(_style);
                    break;
                case "drawing-page-properties":
                    if (Attribute(node, "visibility") == "hidden" && _style is not null) _hiddenStyles.Add(_style);
                    break;
                case "text-properties":
                    _hasHiddenText |= Attribute(node, "display") == "none";
                    break;
                case "table":
                    if (Attribute(node, "style-name") is { } table && _hiddenStyles.Contains(table)) _hiddenSheets++;
                    break;
                case "page":
                    if (Attribute(node, "style-name") is { } page && _hiddenStyles.Contains(page)) _hiddenSlides++;
                    break;
                case "table-row" or "table-column":
                    _hasHiddenCells |= Attribute(node, "visibility") is "collapse" or "filter";
                    break;
                case "hidden-text" or "hidden-paragraph":
                    _hasHiddenText = true;
                    break;
                case "annotation":
                    _comments++;
                    break;
                case "changed-region":
                    _changes++;
                    break;
                case "notes":
                    _notes++;
                    break;
                case "image" or "object" or "section-source":
                    _reachesOut |= Attribute(node, "href") is { } target && target.Contains("://", StringComparison.Ordinal);
                    break;
            }
        }

        public void PointOut()
        {
            findings.AddCount(_hiddenSheets, DocumentFindingKind.HiddenSheet, "ein ausgeblendetes Tabellenblatt", "ausgeblendete Tabellenblätter");
            findings.AddIf(_hasHiddenCells, DocumentFindingKind.HiddenCells, "Die Datei enthält ausgeblendete Zeilen oder Spalten.");
            findings.AddCount(_hiddenSlides, DocumentFindingKind.HiddenSlide, "eine ausgeblendete Folie", "ausgeblendete Folien");
            findings.AddCount(_comments, DocumentFindingKind.Comment, "einen Kommentar", "Kommentare");
            findings.AddCount(_changes, DocumentFindingKind.TrackedChange, "eine nachverfolgte Änderung", "nachverfolgte Änderungen");
            findings.AddCount(_notes, DocumentFindingKind.SpeakerNotes, "Notizen zu einer Folie", "Folien mit Notizen");
            findings.AddIf(_hasHiddenText, DocumentFindingKind.HiddenText, "Die Datei enthält ausgeblendeten Text.");
            findings.AddIf(_reachesOut, DocumentFindingKind.ExternalLink, "Die Datei lädt beim Öffnen etwas von anderswo nach (Vorlage, Bild oder Daten).");
        }

        private void TakeText(XmlReader node)
        {
            var what = _element switch
            {
                "initial-creator" => "Als Verfasser ist eingetragen",
                "creator" => "Als Verfasser oder Bearbeiter ist eingetragen",
                "printed-by" => "Gedruckt hat",
                _ => null,
            };
            if (what is not null) findings.AddName(DocumentFindingKind.PersonalMetadata, what, node.Value);
            findings.AddIf(_element == "user-defined", DocumentFindingKind.PersonalMetadata, "Die Datei enthält selbst angelegte Eigenschaften.");
        }

        private static string? Attribute(XmlReader node, string localName)
        {
            if (!node.HasAttributes) return null;
            string? value = null;
            while (value is null && node.MoveToNextAttribute())
            {
                if (node.LocalName == localName) value = node.Value;
            }

            node.MoveToElement();
            return value;
        }
    }
}
