using Anfragen.Application.Deadlines;
using Anfragen.Domain;
using Anfragen.Web.Pages.Inquiries;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Deadlines;

/// <summary>Zwischennachricht: when the askers can expect the reply.</summary>
public sealed class SendInterimReplyModel(IMediator mediator) : InquiryDeedModel(mediator)
{
    [BindProperty]
    public SendInterimReply Input { get; set; } = new() { Id = default, SubmissionKey = Guid.CreateVersion7() };

    protected override Step Step => Step.SendInterimReply;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input with { Id = Id }, _ => "Die Zwischennachricht steht bei der Anfrage.", cancel);
}
