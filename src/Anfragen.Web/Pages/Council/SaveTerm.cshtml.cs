using Anfragen.Application;
using Anfragen.Application.Council;
using Anfragen.Domain.Council;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Council;

/// <summary>Wahlperiode, a new one or one to change.</summary>
public sealed class SaveTermModel(IMediator mediator) : RegisterModel(mediator)
{
    [BindProperty]
    public SaveTerm Input { get; set; } = new();

    public LegislativeTerm? Current => Register.Terms.FirstOrDefault(term => term.Id == Id);

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input with { Id = Id }, "Die Wahlperiode ist gespeichert.", "/verwaltung/wahlperioden", cancel);

    protected override void Prefill()
    {
        if (Id is null) return;
        var term = Current ?? throw new NotFound();
        Input = new SaveTerm
        {
            Id = Id,
            Version = term.Version,
            Ordinal = term.Ordinal,
            Name = term.Name,
            ValidFrom = term.Validity.From,
            ValidTo = term.Validity.To,
        };
    }
}
