using Anfragen.Application.Deadlines;
using Anfragen.Domain;
using Anfragen.Web.Pages.Inquiries;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Deadlines;

/// <summary>Frist festlegen, where no rule says when the answer is due.</summary>
public sealed class EstablishDueDateModel(IMediator mediator) : InquiryDeedModel(mediator)
{
    [BindProperty]
    public EstablishDueDate Input { get; set; } = new() { Id = default };

    protected override Step Step => Step.EstablishDueDate;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input with { Id = Id }, _ => "Die Frist ist festgelegt.", cancel);
}
