using Anfragen.Application.Accounts;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Accounts;

/// <summary>Rolle geben, for a period.</summary>
public sealed class GrantRoleModel(IMediator mediator) : AccountDeedModel(mediator)
{
    [BindProperty]
    public GrantRole Input { get; set; } = new() { Id = default };

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Take(Input with { Id = Id }, "Die Rolle ist vergeben.", cancel);

    protected override void Prefill() => Input = new GrantRole { Id = Id, ValidFrom = Details.Today };
}
