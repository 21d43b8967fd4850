using Anfragen.Application;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Anfragen.Infrastructure.Database;

/// <summary>Registers root, connections, session and migrator; the configuration decides which database it is.</summary>
internal static class DatabaseServices
{
    public static IServiceCollection AddDatabase(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => AnfragenRoot.Find(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton(provider => DatabaseOptions.From(provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<AnfragenRoot>()));
        services.AddSingleton(provider => Connections.To(provider.GetRequiredService<DatabaseOptions>()));
        services.AddSingleton<Migrator>();
        services.AddScoped<DbSession>();
        services.AddScoped<ITransaction>(provider => provider.GetRequiredService<DbSession>());
        return services;
    }
}
