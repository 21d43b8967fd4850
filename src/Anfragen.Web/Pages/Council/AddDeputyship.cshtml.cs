using Anfragen.Application.Council;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Council;

/// <summary>Neue Vertretung.</summary>
public sealed class AddDeputyshipModel(IMediator mediator) : RegisterModel(mediator)
{
    [BindProperty]
    public AddDeputyship Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Take(Input, "Die Vertretung ist eingetragen.", "/verwaltung/vertretungen", cancel);

    protected override void Prefill() => Input = new AddDeputyship { ValidFrom = Register.Today };
}
