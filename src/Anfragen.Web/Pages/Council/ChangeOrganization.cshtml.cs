using Anfragen.Application.Council;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Council;

/// <summary>Organisation: its names, people and roles, and the form to change it.</summary>
public sealed class ChangeOrganizationModel(IMediator mediator) : OrganizationModel(mediator)
{
    [BindProperty]
    public ChangeOrganization Input { get; set; } = new() { Id = default };

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input with { Id = Id }, "Die Organisation ist gespeichert.", cancel);

    protected override void Prefill()
    {
        var (organization, names) = (Details.Organization, Details.Organization.Names);
        Input = new ChangeOrganization
        {
            Id = Id,
            Version = organization.Version,
            Name = names.Name,
            Number = names.Number,
            Genitive = names.Genitive,
            Short = names.Short,
            Parent = organization.Parent,
            ValidFrom = organization.Validity.From,
            RenamedOn = Details.Today,
        };
    }
}
