using Anfragen.Application.Promises;
using Anfragen.Domain;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Promises;

/// <summary>Eine Zusage, and what became of it.</summary>
public sealed class SettlePromiseModel(IMediator mediator) : FormModel<PromiseDetails>(mediator)
{
    /// <summary>From the address alone, so that the form cannot name another promise than the page shows.</summary>
    [FromRoute, BindProperty(SupportsGet = true)]
    public PromiseId Id { get; set; }

    [BindProperty]
    public SettlePromise Input { get; set; } = new() { Id = default };

    public PromiseDetails Details => Surroundings;

    protected override IRequest<PromiseDetails> Query => new GetPromise(Id);

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Take(Input with { Id = Id }, "Das ist festgehalten.", $"/zusagen/{Id}", cancel);

    protected override void Prefill() => Input = new SettlePromise { Id = Id, BasedOn = Details.Steps, Owner = Details.Owner };
}
