using Anfragen.Application.Council;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Council;

/// <summary>Organisation beenden, or merge it into another.</summary>
public sealed class EndOrganizationModel(IMediator mediator) : OrganizationModel(mediator)
{
    [BindProperty]
    public EndOrganization Input { get; set; } = new() { Id = default };

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input with { Id = Id }, "Die Organisation ist beendet.", cancel);

    protected override void Prefill() => Input = new EndOrganization { Id = Id, Version = Details.Organization.Version, LastDay = Details.Today };
}
