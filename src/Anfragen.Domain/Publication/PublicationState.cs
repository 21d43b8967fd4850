namespace Anfragen.Domain.Publication;

/// <summary>Stand der Veröffentlichung. No publication at all is the ordinary case and means non-public.</summary>
public enum PublicationState
{
    /// <summary>veröffentlicht.</summary>
    Published,

    /// <summary>depubliziert.</summary>
    Depublished,
}

/// <summary>Was veröffentlicht wird; what is not named here is not public, also a kind the code does not know.</summary>
public enum PublishedKind
{
    Inquiry,
    Question,
    Reply,
    File,
    Attachment,
}
