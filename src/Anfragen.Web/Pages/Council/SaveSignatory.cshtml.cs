using Anfragen.Application;
using Anfragen.Application.Council;
using Anfragen.Domain.Council;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Council;

/// <summary>Unterzeichnende Person, a new one or one to change.</summary>
public sealed class SaveSignatoryModel(IMediator mediator) : RegisterModel(mediator)
{
    [BindProperty]
    public SaveSignatory Input { get; set; } = new();

    public Signatory? Current => Register.Signatories.FirstOrDefault(signatory => signatory.Id == Id);

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input with { Id = Id }, "Der Eintrag ist gespeichert.", "/verwaltung/unterzeichnende", cancel);

    protected override void Prefill()
    {
        if (Id is null) return;
        var now = Current ?? throw new NotFound();
        Input = new SaveSignatory
        {
            Id = Id,
            Version = now.Version,
            Place = now.Place,
            Name = now.Name,
            Office = now.Office,
            IsDeputy = now.IsDeputy,
            ValidFrom = now.Validity.From,
            ValidTo = now.Validity.To,
        };
    }
}
