namespace Anfragen.Application.Replies;

/// <summary>What the council office itself writes into a reply.</summary>
public interface IRemarks
{
    /// <summary>Vorbemerkung, Markdown.</summary>
    string? Preliminary { get; }

    /// <summary>Schlussbemerkung, Markdown.</summary>
    string? Closing { get; }
}
