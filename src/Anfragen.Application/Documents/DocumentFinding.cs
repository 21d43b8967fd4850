namespace Anfragen.Application.Documents;

/// <summary>What a file holds beside what one sees, and what nobody should make public without knowing.</summary>
public enum DocumentFindingKind
{
    HiddenSheet,
    HiddenCells,
    HiddenText,
    HiddenSlide,
    SpeakerNotes,
    Comment,
    TrackedChange,
    Location,
    CameraData,
    PersonalMetadata,
    Script,
    EmbeddedFile,
    ExternalLink,
    AppendedData,
}

/// <summary>One finding, with the sentence people read.</summary>
public sealed record DocumentFinding(DocumentFindingKind Kind, string Text);
