using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Anfragen.Infrastructure.Backup;

internal static class BackupServices
{
    /// <summary>Registers backup, restore and the schedule; that the schedule is kept is the web host's.</summary>
    public static void AddBackup(this IServiceCollection services)
    {
        services.AddSingleton<DatabaseBackup>();
        services.AddSingleton(provider => BackupSchedule.From(provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<AnfragenRoot>()));
        services.AddSingleton<BackupHistory>();
        services.AddSingleton<ScheduledBackups>();
    }
}
