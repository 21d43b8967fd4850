using System.Globalization;
using Anfragen.Application.Tests.Cases;
using Anfragen.Application.Tests.Database;
using Anfragen.Domain;
using Anfragen.Infrastructure.Demo;
using Anfragen.Infrastructure.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace Anfragen.Application.Tests.Mail;

/// <summary>The application with a mail server of its own.</summary>
internal sealed class MailRun : IAsyncDisposable
{
    private MailRun(TestApp app, TestMailServer server) => (App, Server, Play) = (app, server, new CasePlayer(app));

    public TestApp App { get; }

    public TestMailServer Server { get; }

    public CasePlayer Play { get; }

    public static async Task<MailRun> On(DatabaseKind kind, TestMailServer? server = null, params (string Key, string Value)[] more)
    {
        server ??= new TestMailServer();
        var settings = new Dictionary<string, string?>
        {
            [MailSettings.HostSetting] = "127.0.0.1",
            [MailSettings.PortSetting] = server.Port.ToString(CultureInfo.InvariantCulture),
            [MailSettings.StartTlsSetting] = "false",
            [MailSettings.SenderSetting] = "Ratsbüro <anfragen@mainz.example>",
            [MailSettings.AddressSetting] = "https://anfragen.mainz.example",
        };
        foreach (var (key, value) in more) settings[key] = value;
        return new MailRun(await TestApp.On(kind, settings: settings), server);
    }

    public Task<int> Send() => App.Services.GetRequiredService<OutboxSender>().SendDue(CancellationToken.None);

    /// <summary>Forgets what was written so far.</summary>
    public Task Forget() => App.Session().Execute("DELETE FROM outbox -- reads all: a test begins anew", null, CancellationToken.None);

    /// <summary>Everything in the outbox: kind, login, principal's login, state, error.</summary>
    public Task<IReadOnlyList<Line>> Outbox() => App.Session().List<Line>(
        """
        SELECT o.kind, u.login, p.login AS principal, o.state, o.questions, o.attempts, o.last_error, o.due_at, o.id -- reads all: what a test looks at
        FROM outbox o JOIN users u ON u.id = o.user_id LEFT JOIN users p ON p.id = o.for_user
        ORDER BY o.id
        """,
        null, CancellationToken.None);

    /// <summary>Whom the outbox tells, a line each: "Assigned hauptamt".</summary>
    public async Task<IReadOnlyList<string>> Told() => [.. (await Outbox()).Select(line => $"{line.Kind} {line.Login}").Order(StringComparer.Ordinal)];

    public Task Execute(string sql, object? parameters = null) => App.Session().Execute(sql, parameters, CancellationToken.None);

    public UserId UserOf(DemoAccount account) => App.City.UserOf(account);

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Server.DisposeAsync();
    }

    internal sealed record Line
    {
        public string Kind { get; init; } = "";

        public string Login { get; init; } = "";

        public string? Principal { get; init; }

        public string State { get; init; } = "";

        public string Questions { get; init; } = "";

        public int Attempts { get; init; }

        public string? LastError { get; init; }

        public DateTimeOffset DueAt { get; init; }

        public Guid Id { get; init; }
    }
}
