using System.Data.Common;
using System.Net.Sockets;
using Anfragen.Infrastructure;
using Anfragen.Infrastructure.Accounts;
using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Demo;
using Anfragen.Infrastructure.Mail;
using Anfragen.Infrastructure.Sealing;

namespace Anfragen.Web.Startup;

/// <summary>What happens before the first request.</summary>
internal static partial class StartUp
{
    /// <summary>How long a stop waits for requests that have begun; longer than the longest of them is allowed to wait for the database.</summary>
    private static readonly TimeSpan LastRequests = TimeSpan.FromSeconds(40);

    /// <summary>A stop takes no new requests, lets those that have begun finish, and meanwhile ends the work in the background.</summary>
    public static void AddStartUp(this IServiceCollection services)
    {
        services.AddHostedService<BackupService>();
        services.AddHostedService<MailService>();
        services.AddHostedService<ReactionService>();
        services.AddHostedService<SearchIndexService>();
        services.Configure<HostOptions>(options =>
        {
            options.ShutdownTimeout = LastRequests;
            options.ServicesStopConcurrently = true;
        });
    }

    /// <summary>
    /// Checks the settings, brings the database up to date, in Development fills an empty one with the demo city, then serves until it is stopped.
    /// </summary>
    /// <returns>The exit code: 1 when something was refused; the sentences are on stderr then.</returns>
    public static async Task<int> MigrateAndServe(this WebApplication app)
    {
        await using var disposing = app;
        var mistakes = Settings.Mistakes(app.Configuration, app.Services);
        if (mistakes.Count > 0) return await Refuse(mistakes);
        if (await WhyDatabaseIsRefused(app) is { } sentence) return await Refuse([sentence]);

        if (app.Environment.IsDevelopment())
        {
            DemoSeal.Configure(app.Configuration, app.Services.GetRequiredService<AnfragenRoot>(), app.Services.GetRequiredService<TimeProvider>());
            await DemoCity.Load(app.Configuration, null, app.Lifetime.ApplicationStopping);
        }

        await Announce(app);
        if (await WhyAddressIsRefused(app) is { } address) return await Refuse([address]);
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task<int> Refuse(IEnumerable<string> sentences)
    {
        foreach (var sentence in sentences) await Console.Error.WriteLineAsync(sentence);
        return 1;
    }

    private static async Task<string?> WhyAddressIsRefused(WebApplication app)
    {
        try
        {
            await app.StartAsync();
            return null;
        }
        catch (Exception exception) when (exception is IOException or SocketException or FormatException)
        {
            return $"Auf der Adresse (--urls oder ASPNETCORE_URLS) lässt sich nicht lauschen; sie ist falsch geschrieben, schon vergeben oder nicht erlaubt: {exception.Message}";
        }
    }

    private static async Task<string?> WhyDatabaseIsRefused(WebApplication app)
    {
        try
        {
            await app.Services.GetRequiredService<Migrator>().Migrate(app.Lifetime.ApplicationStopping);
            return null;
        }
        catch (Exception exception) when (exception is MigrationRefused or DatabaseBusy or IOException or UnauthorizedAccessException)
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
        var mail = scope.ServiceProvider.GetRequiredService<MailSettings>();
        var greeting = Greeting.For(app.Environment.IsDevelopment(), logins, withoutPassword);
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            string[] lines = [$"Anfragen läuft: {string.Join(", ", app.Urls)}", Greeting.Of(mail), .. greeting];
            if (app.Environment.IsDevelopment()) Console.WriteLine(string.Join(Environment.NewLine, lines));
            else foreach (var line in lines) Started(app.Logger, line);
        });
    }

    [LoggerMessage(LogLevel.Information, "{Line}")]
    private static partial void Started(ILogger log, string line);
}
