using Anfragen.Application.Promises;
using Anfragen.Domain;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Promises;

/// <summary>Zusagen in einer Antwort: those that are marked, and what reads like one.</summary>
public sealed class MarkPromiseModel(IMediator mediator) : FormModel<AnswerPromises>(mediator)
{
    /// <summary>From the address alone, so that the form cannot name another answer than the page shows.</summary>
    [FromRoute, BindProperty(SupportsGet = true)]
    public AnswerId Id { get; set; }

    [BindProperty]
    public MarkPromise Input { get; set; } = new() { Answer = default };

    public AnswerPromises Details => Surroundings;

    private string Address => $"/antworten/{Id}/zusagen";

    protected override IRequest<AnswerPromises> Query => new GetAnswerPromises(Id);

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input with { Answer = Id }, "Die Zusage ist vorgemerkt.", _ => Address, cancel);

    public Task<IActionResult> OnPostUnmarkAsync(PromiseId promise, CancellationToken cancel) =>
        Take(new UnmarkPromise { Id = promise }, "Der Vermerk ist aufgehoben.", Address, cancel);

    protected override void Prefill() => Input = new MarkPromise { Answer = Id, Owner = Details.Department };
}
