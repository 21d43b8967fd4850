namespace Anfragen.Infrastructure.Replies;

/// <summary>A template as it was found.</summary>
/// <param name="Bytes">The file as it lies on the disk.</param>
/// <param name="File">How messages name it.</param>
/// <param name="Folder">Where the files lie that it names.</param>
internal sealed record TemplateSource(byte[] Bytes, string File, string Folder);
