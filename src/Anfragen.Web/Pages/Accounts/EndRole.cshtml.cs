using Anfragen.Application;
using Anfragen.Application.Accounts;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Accounts;

/// <summary>Rolle beenden.</summary>
public sealed class EndRoleModel(IMediator mediator) : AccountDeedModel(mediator)
{
    [FromRoute, BindProperty(SupportsGet = true)]
    public Guid Grant { get; set; }

    [BindProperty]
    public EndRole Input { get; set; } = new() { Id = default };

    /// <exception cref="NotFound">The account does not have it.</exception>
    public HeldRole Held => Details.Roles.SingleOrDefault(role => role.Id == Grant) ?? throw new NotFound();

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input with { Id = Id, Grant = Grant }, "Die Rolle hat jetzt ein Ende.", cancel);

    protected override void Prefill() => Input = new EndRole { Id = Id, Grant = Held.Id, LastDay = Details.Today };
}
