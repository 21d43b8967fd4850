using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>Eingang verwerfen: the office takes out again what was recorded twice.</summary>
public sealed class DiscardIntakeModel(IMediator mediator) : InquiryDeedModel(mediator)
{
    [BindProperty]
    public DiscardIntake Input { get; set; } = new() { Id = default };

    protected override Step Step => Step.DiscardIntake;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input with { Id = Id }, _ => "Der Eingang ist verworfen.", cancel);
}
