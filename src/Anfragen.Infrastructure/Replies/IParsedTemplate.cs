namespace Anfragen.Infrastructure.Replies;

/// <summary>A template that was read from a file without a mistake.</summary>
internal interface IParsedTemplate
{
    /// <summary>Lower-case hex digest of the file.</summary>
    string Sha256 { get; }
}
