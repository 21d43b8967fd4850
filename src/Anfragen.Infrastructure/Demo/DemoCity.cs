using Anfragen.Application;
using Anfragen.Application.Accounts;
using Anfragen.Application.Council;
using Anfragen.Domain;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure.Council;
using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Mail;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Anfragen.Infrastructure.Demo;

/// <summary>An account of the demo city, to sign in with.</summary>
public sealed record DemoAccount(string Login, string Name, Role Role, string Organization);

/// <summary>
/// The demo city: Mainz with its real reply 1435/2025 and, around it, invented inquiries of invented groups in every state.
/// Everything is made by the commands people use, so the journal of the demo verifies like any other.
/// </summary>
public sealed class DemoCity : IAsyncDisposable
{
    /// <summary>The password of every demo account; never loaded outside Development.</summary>
    public const string Password = "Anfragen-Demo-2025";

    public static readonly DemoAccount SpdMember = new("spd", "Lena Brandt", Role.GroupMember, "SPD-Stadtratsfraktion");
    public static readonly DemoAccount ListMember = new("buergerliste", "Murat Aydin", Role.GroupMember, "Bürgerliste-Stadtratsfraktion");
    public static readonly DemoAccount RiverMember = new("stadtamfluss", "Greta Nowak", Role.GroupMember, "Fraktion Stadt am Fluss");
    public static readonly DemoAccount CouncilClerk = new("ratsbuero", "Petra Lang", Role.CouncilOffice, "Ratsbüro");
    public static readonly DemoAccount MainOfficeClerk = new("hauptamt", "Jana Petersen", Role.DepartmentStaff, "Hauptamt");
    public static readonly DemoAccount MainOfficeHead = new("hauptamt-leitung", "Klaus Weber", Role.HeadOfDepartment, "Hauptamt");
    public static readonly DemoAccount FundingClerk = new("foerdermittel", "Tobias Lang", Role.DepartmentStaff, "Fördermitteldezernat");
    public static readonly DemoAccount FundingHead = new("foerdermittel-leitung", "Dr. Ina Sommer", Role.HeadOfDepartment, "Fördermitteldezernat");
    public static readonly DemoAccount CitizensOfficeClerk = new("amt33", "Samira Haddad", Role.DepartmentStaff, "Bürgeramt");
    public static readonly DemoAccount CitizensOfficeHead = new("amt33-leitung", "Bernd Kessler", Role.HeadOfDepartment, "Bürgeramt");
    public static readonly DemoAccount MayorsOfficeClerk = new("ob-buero", "Miriam Vogt", Role.MayorsOffice, "OB-Büro");
    public static readonly DemoAccount Administrator = new("admin", "Anna Richter", Role.Administrator, "Stadtverwaltung");

    /// <summary>Who can sign in.</summary>
    public static IReadOnlyList<DemoAccount> Accounts { get; } =
    [
        SpdMember, ListMember, RiverMember, CouncilClerk, MainOfficeClerk, MainOfficeHead, FundingClerk, FundingHead,
        CitizensOfficeClerk, CitizensOfficeHead, MayorsOfficeClerk, Administrator,
    ];

    private readonly ServiceProvider _services;
    private readonly DemoActor _actor = new();
    private readonly Dictionary<string, UserId> _users = [];
    private readonly Dictionary<string, OrganizationId> _organizations = [];

    private DemoCity(IConfiguration configuration)
    {
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(configuration)
            .AddSingleton<TimeProvider>(Clock)
            .AddAnfragen()
            .AddSingleton<ICurrentUser>(_actor)
            // Nobody is to be written to about what never happened.
            .AddSingleton(new MailSettings())
            .BuildServiceProvider();
    }

    internal DemoClock Clock { get; } = new();

    /// <summary>Loads the city into the configured database, which must be migrated.</summary>
    /// <returns>False when somebody already lives in it; nothing is changed then.</returns>
    public static async Task<bool> Load(IConfiguration configuration, IProgress<double>? progress, CancellationToken cancel)
    {
        await using var city = new DemoCity(configuration);
        if (!await city.IsEmpty(cancel)) return false;
        await city.Found(cancel);
        await new DemoCases(city).Play(progress, cancel);
        return true;
    }

    /// <summary>Organisations and accounts alone, for tests that play cases of their own.</summary>
    internal static async Task FoundOnly(IConfiguration configuration, CancellationToken cancel)
    {
        await using var city = new DemoCity(configuration);
        await city.Found(cancel);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    internal OrganizationId Organization(string name) => _organizations[name];

    /// <summary>Sends a command as somebody of the city, a little later than the one before.</summary>
    internal async Task<T> As<T>(DemoAccount account, ICommand<T> command, CancellationToken cancel)
    {
        Clock.Pass();
        _actor.Become(_users[account.Login], new RoleGrant(account.Role, _organizations[account.Organization]));
        return await Send(command, cancel);
    }

    /// <summary>Reads as somebody of the city.</summary>
    internal async Task<T> Ask<T>(DemoAccount account, IQuery<T> query, CancellationToken cancel)
    {
        _actor.Become(_users[account.Login], new RoleGrant(account.Role, _organizations[account.Organization]));
        return await Send(query, cancel);
    }

    /// <summary>Lets the counter go on from a number given elsewhere.</summary>
    internal Task ContinueNumbersAfter(int last, CancellationToken cancel) => WithSession(
        db => db.Execute(
            """
            INSERT INTO number_counters (scheme, scope, last) VALUES ('Jahresnummer', '2025', @last)
            ON CONFLICT (scheme, scope) DO UPDATE SET last = excluded.last
            """,
            new { last }, cancel));

    private async Task<T> Send<T>(IRequest<T> request, CancellationToken cancel)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancel);
    }

    private async Task<bool> IsEmpty(CancellationToken cancel)
    {
        await using var scope = _services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DbSession>();
        return await db.Single<long>("SELECT COUNT(*) FROM organizations", null, cancel) == 1
            && await db.Single<long>("SELECT COUNT(*) FROM users", null, cancel) == 1;
    }

    private async Task Found(CancellationToken cancel)
    {
        _actor.Become(WellKnown.System, new RoleGrant(Role.Administrator, WellKnown.Body));
        var file = Path.Combine(_services.GetRequiredService<AnfragenRoot>().Templates, "mainz", "city.yaml");
        await Send(new ImportCity { Text = await File.ReadAllTextAsync(file, cancel), Beside = CityFolder.Beside(file) }, cancel);
        foreach (var account in Accounts) await Send(new SetPassword { Login = account.Login, Password = Password }, cancel);
        await WithSession(async db =>
        {
            foreach (var row in await db.List<NamedId>("SELECT id, name FROM organizations", null, cancel)) _organizations[row.Name] = new OrganizationId(row.Id);
            foreach (var row in await db.List<NamedId>("SELECT id, login AS name FROM users", null, cancel)) _users[row.Name] = new UserId(row.Id);
        });
    }

    private async Task WithSession(Func<DbSession, Task> work)
    {
        await using var scope = _services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<DbSession>());
    }

    private sealed record NamedId(Guid Id, string Name);

    private sealed class DemoActor : ICurrentUser
    {
        public UserId? Id { get; private set; }

        public IReadOnlyList<RoleGrant> Grants { get; private set; } = [];

        public void Become(UserId user, RoleGrant grant) => (Id, Grants) = (user, [grant]);
    }
}

/// <summary>The demo's time: begins in September 2025 and passes as its cases need it.</summary>
internal sealed class DemoClock : TimeProvider
{
    private DateTimeOffset _now = new(2025, 9, 5, 8, 15, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Seventeen minutes, as between two people at work.</summary>
    public void Pass() => _now = _now.AddMinutes(17);

    /// <summary>Morning of that day, if it lies ahead.</summary>
    public void GoTo(int month, int day)
    {
        var morning = new DateTimeOffset(2025, month, day, 7, 30, 0, TimeSpan.Zero);
        if (morning > _now) _now = morning;
    }
}
