using Anfragen.Application.Backup;
using MediatR;

namespace Anfragen.Infrastructure.Backup;

internal sealed class GetBackupStateHandler(ScheduledBackups backups) : IRequestHandler<GetBackupState, BackupState>
{
    public Task<BackupState> Handle(GetBackupState query, CancellationToken cancel) => Task.FromResult(backups.State());
}
