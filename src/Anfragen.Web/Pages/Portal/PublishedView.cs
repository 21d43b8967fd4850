using Anfragen.Application.Portal;

namespace Anfragen.Web.Pages.Portal;

/// <summary>The public edition as it is shown: on the portal, and before publishing as a section of another page.</summary>
/// <param name="Page">The edition.</param>
/// <param name="PdfAddress">Where its PDF is to be had.</param>
/// <param name="Attachments">The address under which its attachments are to be had; null before it is public.</param>
/// <param name="Level">Level of its topmost heading.</param>
public sealed record PublishedView(PublishedPage Page, string PdfAddress, string? Attachments, int Level);
