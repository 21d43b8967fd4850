using Anfragen.Application.Deadlines;
using Anfragen.Domain;
using Anfragen.Web.Pages.Inquiries;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Deadlines;

/// <summary>Frist anhalten, while the office waits for somebody outside.</summary>
public sealed class StopClockModel(IMediator mediator) : InquiryDeedModel(mediator)
{
    [BindProperty]
    public StopClock Input { get; set; } = new() { Id = default };

    protected override Step Step => Step.StopClock;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input with { Id = Id }, _ => "Die Frist steht still.", cancel);
}
