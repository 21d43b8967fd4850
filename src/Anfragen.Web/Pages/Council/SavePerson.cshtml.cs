using Anfragen.Application.Council;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Council;

/// <summary>Person: the name, memberships and account.</summary>
public sealed class SavePersonModel(IMediator mediator) : PersonModel(mediator)
{
    [BindProperty]
    public SavePerson Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input with { Id = Id }, "Der Name ist gespeichert.", id => $"/verwaltung/personen/{id}", cancel);

    protected override void Prefill() => Input = new SavePerson { Id = Id, Version = Person.Entry.Version, Name = Person.Entry.Name };
}
