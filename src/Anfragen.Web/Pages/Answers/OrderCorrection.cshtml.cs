using Anfragen.Application.Answers;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Answers;

/// <summary>Antwort berichtigen.</summary>
public sealed class OrderCorrectionModel(IMediator mediator) : AnswerDeedModel(mediator)
{
    [BindProperty]
    public OrderCorrection Input { get; set; } = new() { Id = default };

    protected override Step Step => Step.OrderCorrection;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Take(Input with { Id = Id }, "Die Berichtigung ist veranlasst.", cancel);
}
