using Anfragen.Application;
using Anfragen.Application.Council;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Council;

/// <summary>Vertretung beenden.</summary>
public sealed class EndDeputyshipModel(IMediator mediator) : RegisterModel(mediator)
{
    [BindProperty]
    public EndDeputyship Input { get; set; } = new() { Id = default };

    /// <exception cref="NotFound">There is no such deputyship.</exception>
    public ListedDeputyship Current => Register.Deputyships.FirstOrDefault(line => line.Entry.Id == Id) ?? throw new NotFound();

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input with { Id = Id ?? default }, "Die Vertretung hat jetzt diesen letzten Tag.", "/verwaltung/vertretungen", cancel);

    protected override void Prefill() => Input = new EndDeputyship { Id = Current.Entry.Id, Version = Current.Entry.Version, LastDay = Register.Today };
}
