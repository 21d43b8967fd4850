using Anfragen.Application;
using Anfragen.Application.Council;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Council;

/// <summary>Mitgliedschaft einer Person, a new one or one to change.</summary>
public sealed class SaveMembershipModel(IMediator mediator) : PersonModel(mediator)
{
    /// <summary>From the address alone; null for a new one.</summary>
    [FromRoute, BindProperty(SupportsGet = true)]
    public Guid? Membership { get; set; }

    [BindProperty]
    public SaveMembership Input { get; set; } = new() { Person = default };

    public ListedMembership? Current => Person.Memberships.FirstOrDefault(membership => membership.Entry.Id == Membership);

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Take(
        Input with { Id = Membership, Person = Id ?? throw new NotFound() }, "Die Mitgliedschaft ist gespeichert.", $"/verwaltung/personen/{Id}", cancel);

    protected override void Prefill()
    {
        Input = new SaveMembership { Person = Person.Entry.Id, ValidFrom = Register.Today };
        if (Membership is null) return;
        var now = (Current ?? throw new NotFound()).Entry;
        Input = new SaveMembership
        {
            Person = now.Person,
            Version = now.Version,
            Organization = now.Organization,
            Function = now.Function,
            ValidFrom = now.Validity.From,
            ValidTo = now.Validity.To,
        };
    }
}
