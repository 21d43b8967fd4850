using Anfragen.Application.Accounts;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Accounts;

/// <summary>Mein Profil.</summary>
public sealed class GetProfileModel(IMediator mediator) : PageModel
{
    public ProfilePage Profile { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Profile = await mediator.Send(new GetProfile(), cancel);
}
