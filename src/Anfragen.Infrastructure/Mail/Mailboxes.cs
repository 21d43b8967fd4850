using Anfragen.Application.Mail;
using Anfragen.Domain;
using Anfragen.Domain.Cases;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Mail;

internal sealed class Mailboxes(DbSession db) : IMailboxes
{
    private const string Upsert = """
        INSERT INTO mail_choices (user_id, kind, timing) VALUES (@account, @kind, @timing)
        ON CONFLICT (user_id, kind) DO UPDATE SET timing = excluded.timing
        """;

    public Task<string?> AddressOf(UserId account, CancellationToken cancel) =>
        db.SingleOrDefault<string?>("SELECT mail_address FROM users WHERE id = @account", new { account }, cancel);

    public Task SetAddress(UserId account, string? address, CancellationToken cancel) =>
        db.Execute("UPDATE users SET mail_address = @address WHERE id = @account", new { account, address }, cancel);

    public async Task<IReadOnlyDictionary<MessageKind, MessageTiming>> ChoicesOf(UserId account, CancellationToken cancel) =>
        (await db.List<Row>("SELECT kind, timing FROM mail_choices WHERE user_id = @account", new { account }, cancel))
            .ToDictionary(row => row.Kind, row => row.Timing);

    public Task Choose(UserId account, IReadOnlyDictionary<MessageKind, MessageTiming> choices, CancellationToken cancel) =>
        db.ExecuteEach(Upsert, choices.Select(choice => new { account, kind = choice.Key, timing = choice.Value }), cancel);

    private sealed record Row
    {
        public MessageKind Kind { get; init; }

        public MessageTiming Timing { get; init; }
    }
}
