using System.CommandLine;
using System.Data.Common;
using Anfragen.Application;
using Anfragen.Infrastructure;
using Anfragen.Infrastructure.Accounts;
using Anfragen.Infrastructure.Backup;
using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Replies;
using Anfragen.Infrastructure.Sealing;
using Anfragen.Infrastructure.Search;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Anfragen.Cli;

/// <summary>The application as one command needs it.</summary>
internal sealed class AnfragenHost : IAsyncDisposable
{
    public static readonly Option<string?> Root = new("--root")
    {
        Description = "Hauptverzeichnis mit migrations, templates und data",
        HelpName = "ORDNER",
        Recursive = true,
    };

    public static readonly Option<string?> Database = new("--database")
    {
        Description = "Verbindung zur Datenbank: „Data Source=DATEI“ (SQLite) oder „Host=…“ (PostgreSQL)",
        HelpName = "VERBINDUNG",
        Recursive = true,
    };

    private readonly ServiceProvider _services;

    private AnfragenHost(IConfiguration configuration)
    {
        Configuration = configuration;
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(configuration)
            .AddAnfragen()
            .AddSingleton<Operator>()
            .AddSingleton<ICurrentUser>(provider => provider.GetRequiredService<Operator>())
            .BuildServiceProvider();
    }

    public IConfiguration Configuration { get; }

    /// <summary>Which database this is, without its password.</summary>
    public string DatabaseName => DatabaseOptions.ToString();

    public DatabaseBackup Backup => _services.GetRequiredService<DatabaseBackup>();

    public SearchIndexer SearchIndexer => _services.GetRequiredService<SearchIndexer>();

    public TemplateCheck TemplateCheck => _services.GetRequiredService<TemplateCheck>();

    /// <summary>Where the city's templates lie.</summary>
    public string TemplateFolder => _services.GetRequiredService<TemplateFolder>().Path;

    private DatabaseOptions DatabaseOptions => _services.GetRequiredService<DatabaseOptions>();

    private Migrator Migrator => _services.GetRequiredService<Migrator>();

    /// <summary>For commands that bring the database up to date.</summary>
    public static AnfragenHost Open(ParseResult parse)
    {
        var named = new Dictionary<string, string?>();
        if (parse.GetValue(Root) is { } root) named[AnfragenRoot.Setting] = root;
        if (parse.GetValue(Database) is { } database) named[DatabaseOptions.Setting] = database;
        var host = new AnfragenHost(new ConfigurationBuilder().AddEnvironmentVariables().AddInMemoryCollection(named).Build());
        try
        {
            _ = host.Migrator;
            return host;
        }
        catch (Exception exception) when (exception is DirectoryNotFoundException or ArgumentException)
        {
            throw new Refused(exception.Message, exception);
        }
    }

    /// <summary>For all other commands: they need the database as this program knows it.</summary>
    public static async Task<AnfragenHost> OpenMigrated(ParseResult parse, CancellationToken cancel)
    {
        var host = Open(parse);
        try
        {
            if (host.DatabaseOptions.IsAbsent) throw new Refused($"Die Datenbank ({host.DatabaseName}) gibt es nicht. Bitte die Angabe prüfen oder sie zuerst anlegen: anfragen migrate");
            var missing = await host.Reach(() => host.Migrator.Missing(cancel));
            return missing.Count == 0 ? host : throw new Refused(
                $"Die Datenbank ({host.DatabaseName}) ist nicht auf dem Stand dieses Programms. Bitte zuerst ausführen: anfragen migrate");
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public Task<IReadOnlyList<string>> Migrate(IProgress<double> progress, CancellationToken cancel) =>
        Reach(() => Migrator.Migrate(cancel, progress));

    /// <summary>From here on letters bear the seal of the demo, unless the city has one.</summary>
    public void UseDemoSeal() =>
        DemoSeal.Configure(Configuration, _services.GetRequiredService<AnfragenRoot>(), _services.GetRequiredService<TimeProvider>());

    /// <summary>From here on acts as this account.</summary>
    public async Task ActAs(string login, CancellationToken cancel)
    {
        await using var scope = _services.CreateAsyncScope();
        var session = await scope.ServiceProvider.GetRequiredService<Sessions>().FindByLogin(login, cancel)
            ?? throw new Refused($"Ein Konto mit der Anmeldung „{login}“ gibt es nicht, oder es ist gesperrt.");
        _services.GetRequiredService<Operator>().Become(session);
    }

    public async Task<T> Send<T>(IRequest<T> request, CancellationToken cancel)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancel);
    }

    // The first statements of a command; whatever the database objects to later is an error of this program.
    private async Task<T> Reach<T>(Func<Task<T>> first)
    {
        try
        {
            return await first();
        }
        catch (DbException exception)
        {
            throw new Refused($"Die Datenbank ({DatabaseName}) ist nicht zu erreichen oder nicht zu lesen: {exception.Message}", exception);
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
