namespace Anfragen.Domain.Archive;

/// <summary>Zweifel beim Lesen alter Schreiben, which a person settles.</summary>
/// <param name="Kind">What is not sure.</param>
/// <param name="Document">Index of the text in <see cref="ArchivedCase.Documents"/>.</param>
/// <param name="Line">Line in this text, 1 for the first; null when it concerns the whole.</param>
/// <param name="Sentence">The doubt in German.</param>
public sealed record ArchiveDoubt(ArchiveDoubtKind Kind, int Document, int? Line, string Sentence);

/// <summary>Art eines Zweifels.</summary>
public enum ArchiveDoubtKind
{
    /// <summary>No number was found.</summary>
    NumberMissing,

    /// <summary>The papers give different numbers.</summary>
    NumberDiffers,

    /// <summary>No subject was found.</summary>
    SubjectMissing,

    /// <summary>The papers give different subjects.</summary>
    SubjectDiffers,

    /// <summary>Nobody was found who asks.</summary>
    OriginatorMissing,

    /// <summary>No day of the reply was found.</summary>
    ReplyDateMissing,

    /// <summary>A reply was written before its inquiry.</summary>
    DatesOutOfOrder,

    /// <summary>No question was found.</summary>
    QuestionsMissing,

    /// <summary>The same label stands at more than one question, and the reply names it alone.</summary>
    LabelAmbiguous,

    /// <summary>The reply gives a question another label than the inquiry.</summary>
    LabelDiffers,

    /// <summary>The reply words a question differently.</summary>
    Reworded,

    /// <summary>The reply names a question that the inquiry does not have.</summary>
    UnknownQuestion,

    /// <summary>A question has no text because only the reply was given.</summary>
    QuestionTextMissing,

    /// <summary>Questions without an answer of their own were given the next answer.</summary>
    JointAssumed,

    /// <summary>The reply says nothing under a question.</summary>
    Unanswered,

    /// <summary>The reply has no labels and was taken as one answer to several questions.</summary>
    WholeReply,

    /// <summary>Answers were paired by their order alone.</summary>
    PairedByOrder,

    /// <summary>A question stands inside an answer.</summary>
    QuestionInAnswer,

    /// <summary>A line between two answers was taken for a heading.</summary>
    SectionHeading,

    /// <summary>It is not sure where the last answer ends.</summary>
    ClosingRemark,

    /// <summary>A supplement that answers no question is perhaps an annex.</summary>
    Annex,

    /// <summary>It is not sure where a question ends and its answer begins.</summary>
    HeadingUnsure,

    /// <summary>Who asks is none of the city's groups, or could be several.</summary>
    OriginatorUnknown,

    /// <summary>The department named is none of the city's, or could be several.</summary>
    DepartmentUnknown,

    /// <summary>The file holds something that its text does not.</summary>
    NotRead,
}
