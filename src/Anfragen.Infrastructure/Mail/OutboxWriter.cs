using Anfragen.Application.Mail;
using Anfragen.Domain;
using Anfragen.Domain.Cases;
using Anfragen.Infrastructure.Cases;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Mail;

/// <summary>
/// Puts mails into the outbox, in the transaction of the step they tell of. While mail is off they are kept as withheld, so that turning it on
/// does not send what has long been read.
/// </summary>
internal sealed class OutboxWriter(DbSession db, Recipients recipients, MailSettings settings, TimeProvider clock) : IMessages
{
    public const string Off = "off";

    private const string Insert = """
        INSERT INTO outbox (id, user_id, for_user, kind, organization_id, inquiry_id, subject_id, questions, message_id, state, created_at, due_at, attempts, last_error)
        VALUES (@id, @account, @principal, @kind, @organization, @inquiry, @subject, @questions, @message_id, @state, @now, @now, 0, @error)
        """;

    /// <summary>Tells of the case's new steps everybody but the person who took them.</summary>
    public Task Write(InquiryCase @case, CancellationToken cancel) => Write(@case, Messages.Of(@case), cancel);

    public async Task Write(InquiryCase @case, IEnumerable<Message> messages, CancellationToken cancel)
    {
        foreach (var message in messages)
        {
            foreach (var recipient in await recipients.Of(message.Kind, message.Organization, cancel))
            {
                if (recipient.Account == message.Occasion.Actor.User || recipient.Timing == MessageTiming.Never) continue;
                await Add(
                    message.Kind, recipient, @case.Inquiry.Id, message.Subjects.Count == 1 ? message.Subjects[0] : null, QuestionLabels.Of(@case, message.Questions),
                    recipient.Timing == MessageTiming.Digest ? OutboxState.Deferred : OutboxState.Waiting, cancel);
            }
        }
    }

    /// <summary>Adds one mail; its id.</summary>
    public async Task<Guid> Add(
        MessageKind kind, Recipient recipient, InquiryId? inquiry, Guid? subject, string questions, OutboxState state, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7();
        await db.Execute(
            Insert,
            new
            {
                id,
                recipient.Account,
                recipient.Principal,
                kind,
                organization = kind == MessageKind.MorningDigest ? (OrganizationId?)null : recipient.Organization,
                inquiry,
                subject,
                questions,
                messageId = $"<{id:N}@{settings.Domain}>",
                state = settings.IsOn ? state : OutboxState.Withheld,
                now = ColumnType.CutToMilliseconds(clock.GetUtcNow()),
                error = settings.IsOn ? null : Off,
            },
            cancel);
        return id;
    }
}
