using System.Data.Common;
using Anfragen.Infrastructure.Accounts;
using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Demo;

namespace Anfragen.Web.Startup;

/// <summary>What happens before the first request.</summary>
internal static class StartUp
{
    /// <summary>
    /// Brings the database up to date, in Development fills an empty one with the demo city, then serves until it is stopped.
    /// </summary>
    /// <returns>The exit code: 1 when the database was refused; the sentence is on stderr then.</returns>
    public static async Task<int> MigrateAndServe(this WebApplication app)
    {
        if (await WhyDatabaseIsRefused(app) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }

        if (app.Environment.IsDevelopment()) await DemoCity.Load(app.Configuration, null, app.Lifetime.ApplicationStopping);
        await Announce(app);
        await app.RunAsync();
        return 0;
    }

    private static async Task<string?> WhyDatabaseIsRefused(WebApplication app)
    {
        try
        {
            await app.Services.GetRequiredService<Migrator>().Migrate(app.Lifetime.ApplicationStopping);
            return null;
        }
        catch (Exception exception) when (exception is MigrationRefused or DatabaseBusy or DirectoryNotFoundException or ArgumentException)
        {
            return exception.Message;
        }
        catch (DbException exception)
        {
            return $"Die Datenbank ({app.Services.GetRequiredService<DatabaseOptions>()}) ist nicht zu erreichen oder nicht zu lesen: {exception.Message}";
        }
    }

    private static async Task Announce(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var signIns = scope.ServiceProvider.GetRequiredService<SignIns>();
        var logins = await signIns.Logins(app.Lifetime.ApplicationStopping);
        var withoutPassword = await signIns.WithoutPassword(app.Lifetime.ApplicationStopping);
        var greeting = Greeting.For(app.Environment.IsDevelopment(), logins, withoutPassword);
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            Console.WriteLine($"Anfragen läuft: {string.Join(", ", app.Urls)}");
            foreach (var line in greeting) Console.WriteLine(line);
        });
    }
}
