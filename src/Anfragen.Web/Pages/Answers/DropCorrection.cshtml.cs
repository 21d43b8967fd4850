using Anfragen.Application.Answers;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Answers;

/// <summary>Berichtigung verwerfen.</summary>
public sealed class DropCorrectionModel(IMediator mediator) : AnswerDeedModel(mediator)
{
    [BindProperty]
    public DropCorrection Input { get; set; } = new() { Id = default };

    protected override Step Step => Step.DropCorrection;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Take(Input with { Id = Id }, "Die Berichtigung ist verworfen.", cancel);
}
