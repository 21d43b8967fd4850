using Anfragen.Application.Mail;
using Anfragen.Domain;
using Anfragen.Domain.Cases;
using Anfragen.Infrastructure.Accounts;
using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Replies;

namespace Anfragen.Infrastructure.Mail;

/// <summary>Words a mail when it is sent, for whoever is still to be told then.</summary>
internal sealed class MailComposer(DbSession db, Recipients recipients, DigestContent digests, TemplateFolder templates, MailSettings settings)
{
    /// <summary>Why a mail is not sent to somebody who was to get it.</summary>
    public const string NoAddress = "no-address";

    /// <inheritdoc cref="NoAddress"/>
    public const string NoRecipient = "no-recipient";

    /// <inheritdoc cref="NoAddress"/>
    public const string NothingToTell = "nothing-to-tell";

    private const string SelectAddressee = """
        SELECT u.name, u.mail_address AS address, p.name AS principal, o.name AS organization,
               u.password_hash IS NOT NULL AS has_password, u.locked_until
        FROM users u
        LEFT JOIN users p ON p.id = @principal
        LEFT JOIN organizations o ON o.id = @organization
        WHERE u.id = @account
        """;

    private const string SelectInquiry = "SELECT number, subject FROM inquiries WHERE id = @inquiry";

    /// <summary>The mail, or why there is none to send.</summary>
    /// <exception cref="Application.Replies.TemplateMistake">The city's texts cannot be used.</exception>
    public Task<ComposedMail> Compose(OutboxRow row, CancellationToken cancel) => db.Snapshot(() => ComposeOnce(row, cancel), cancel);

    private async Task<ComposedMail> ComposeOnce(OutboxRow row, CancellationToken cancel)
    {
        var addressee = await db.Single<Addressee>(SelectAddressee, new { row.Account, row.Principal, row.Organization }, cancel);
        if (!addressee.HasPassword || AccountRepository.IsLocked(addressee.LockedUntil)) return new ComposedMail(null, NoRecipient);
        // A right may have ended while the mail waited, or its recipient has meanwhile chosen not to get it.
        if (row.Kind != MessageKind.MorningDigest && !await recipients.Includes(row.Account, row.Kind, row.Organization, cancel)) return new ComposedMail(null, NoRecipient);
        if (addressee.Address is null) return new ComposedMail(null, NoAddress);

        var template = templates.Mail();
        var link = settings.Address + row.Path;
        var values = new Dictionary<string, string>
        {
            ["Name"] = addressee.Name,
            ["Organisation"] = addressee.Organization ?? "",
            ["Vertretene"] = addressee.Principal ?? "",
            [MailTemplate.Link] = link,
            ["Einstellungen"] = $"{settings.Address}/profil/nachrichten",
        };
        if (row.Kind == MessageKind.MorningDigest)
        {
            if (!await digests.Fill(values, row, template, cancel)) return new ComposedMail(null, NothingToTell);
        }
        else
        {
            await FillCase(values, row.Inquiry!.Value, row.Questions, cancel);
        }

        var text = template.Of(row.Kind);
        values["Grund"] = text.Reason.Plain(values);
        string[] paragraphs =
        [
            template.Greeting.Plain(values),
            row.Principal is null ? "" : template.Deputy.Plain(values),
            .. text.Paragraphs.Select(paragraph => paragraph.Plain(values)),
            template.Reason.Plain(values),
            template.Settings.Plain(values),
        ];
        var body = string.Join("\r\n\r\n", paragraphs.Select(paragraph => paragraph.Trim()).Where(paragraph => paragraph.Length > 0));
        return new ComposedMail(
            new OutgoingMail(row.MessageId, addressee.Address, addressee.Name, OneLine(text.Subject.Plain(values)), body.ReplaceLineEndings("\r\n") + "\r\n"), null);
    }

    private async Task FillCase(Dictionary<string, string> values, InquiryId inquiry, string questions, CancellationToken cancel)
    {
        var row = await db.Single<InquiryRow>(SelectInquiry, new { inquiry }, cancel);
        (values["Nummer"], values["Betreff"], values["Fragen"]) = (row.Number ?? "", OneLine(row.Subject), questions);
    }

    // What people typed becomes part of a header.
    private static string OneLine(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character)).Trim();

    private sealed record Addressee
    {
        public string Name { get; init; } = "";

        public string? Address { get; init; }

        public string? Principal { get; init; }

        public string? Organization { get; init; }

        public bool HasPassword { get; init; }

        public DateTimeOffset? LockedUntil { get; init; }
    }

    private sealed record InquiryRow(string? Number, string Subject);
}

/// <summary>A mail that can be sent, or the code that says why there is none.</summary>
internal sealed record ComposedMail(OutgoingMail? Mail, string? Withheld);
