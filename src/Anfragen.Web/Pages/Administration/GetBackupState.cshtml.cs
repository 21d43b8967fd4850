using Anfragen.Application.Backup;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Administration;

/// <summary>Sicherung: whether the scheduled backups happen.</summary>
public sealed class GetBackupStateModel(IMediator mediator) : PageModel
{
    public BackupState Backup { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Backup = await mediator.Send(new GetBackupState(), cancel);
}
