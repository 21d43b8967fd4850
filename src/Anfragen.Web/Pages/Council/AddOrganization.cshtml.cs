using Anfragen.Application.Council;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Council;

/// <summary>Neue Organisation.</summary>
public sealed class AddOrganizationModel(IMediator mediator) : FormModel<OrganizationList>(mediator)
{
    [BindProperty]
    public AddOrganization Input { get; set; } = new();

    public OrganizationList Organizations => Surroundings;

    protected override IRequest<OrganizationList> Query => new ListOrganizations();

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input, "Die Organisation ist angelegt.", id => $"/verwaltung/organisationen/{id}", cancel);
}
