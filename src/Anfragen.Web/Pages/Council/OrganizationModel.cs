using Anfragen.Application.Council;
using Anfragen.Domain;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Council;

/// <summary>A form about one organisation, which stands around it.</summary>
public abstract class OrganizationModel(IMediator mediator) : FormModel<OrganizationPage>(mediator)
{
    /// <summary>From the address alone, so that the form cannot name another organisation than the page shows.</summary>
    [FromRoute, BindProperty(SupportsGet = true)]
    public OrganizationId Id { get; set; }

    public OrganizationPage Details => Surroundings;

    protected override IRequest<OrganizationPage> Query => new GetOrganization(Id);

    /// <summary>Does it and shows the organisation with a sentence about what was done.</summary>
    protected Task<IActionResult> Take(IRequest<Unit> command, string sentence, CancellationToken cancel) =>
        Take(command, sentence, $"/verwaltung/organisationen/{Id}", cancel);
}
