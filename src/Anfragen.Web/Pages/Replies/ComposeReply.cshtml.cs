using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Web.Pages.Inquiries;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Replies;

/// <summary>Zusammenstellen: the co-signed answers become a reply.</summary>
public sealed class ComposeReplyModel(IMediator mediator) : InquiryDeedModel(mediator)
{
    [BindProperty]
    public ComposeReply Input { get; set; } = new() { Id = default };

    protected override Step Step => Step.Compose;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Take(
        Input with { Id = Id }, _ => "Das Antwortschreiben ist zusammengestellt.", reply => $"/schreiben/{reply}", cancel);
}
