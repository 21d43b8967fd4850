using Anfragen.Application.Answers;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Answers;

/// <summary>Mitzeichnen: the head stands by the version that the page shows.</summary>
public sealed class CoSignAnswerModel(IMediator mediator) : AnswerDeedModel(mediator)
{
    [BindProperty]
    public CoSignAnswer Input { get; set; } = new() { Id = default };

    protected override Step Step => Step.CoSign;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input with { Id = Id }, "Ihre Mitzeichnung ist vermerkt.", cancel);
}
