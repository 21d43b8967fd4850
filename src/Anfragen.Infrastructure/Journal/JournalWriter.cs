using System.Security.Cryptography;
using Anfragen.Application;
using Anfragen.Domain;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Journal;

/// <summary>Chains the noted steps. The head row is locked from here to the commit, so this comes last in the transaction.</summary>
internal sealed class JournalWriter(DbSession db, JournalDraft draft) : IJournal
{
    public const string EmptyHash = "0000000000000000000000000000000000000000000000000000000000000000";

    // The update takes the lock; reading first would let two writers chain to the same entry.
    private const string LockHead = "UPDATE journal_head SET seq = seq WHERE id = 1 RETURNING seq, hash";

    private const string MoveHead = "UPDATE journal_head SET seq = @seq, hash = @hash WHERE id = 1";

    private const string InsertEntry = """
        INSERT INTO journal (seq, at, on_day, by_user, for_user, role, organization_id, use_case, step, inquiry_id, subject_kind, subject_id,
                             subject_no, from_state, to_state, question_id, version, content_sha256, other_id, code, reason_sha256,
                             previous_hash, hash)
        VALUES (@seq, @at, @on_day, @by_user, @for_user, @role, @organization_id, @use_case, @step, @inquiry_id, @subject_kind, @subject_id,
                @subject_no, @from_state, @to_state, @question_id, @version, @content_sha256, @other_id, @code, @reason_sha256,
                @previous_hash, @hash)
        """;

    private const string InsertReason = "INSERT INTO journal_reasons (seq, salt, text) VALUES (@seq, @salt, @text)";

    public void Begin() => draft.Begin();

    public async Task Write(string useCase, CancellationToken cancel)
    {
        var noted = draft.Take();
        if (noted.Count == 0) return;

        var (seq, hash) = await db.Single<Head>(LockHead, null, cancel);
        var entries = new List<JournalEntry>(noted.Count);
        var reasons = new List<Reason>();
        foreach (var act in noted)
        {
            var reason = string.IsNullOrWhiteSpace(act.Act.Reason)
                ? null
                : new Reason(++seq, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), act.Act.Reason);
            if (reason is null) seq++;
            else reasons.Add(reason);

            var entry = Entry(seq, useCase, act, reason, hash);
            entries.Add(entry with { Hash = hash = entry.ComputeHash() });
        }

        await db.ExecuteEach(InsertEntry, entries, cancel);
        await db.ExecuteEach(InsertReason, reasons, cancel);
        await db.Execute(MoveHead, new { seq, hash }, cancel);
    }

    private static JournalEntry Entry(long seq, string useCase, NotedAct noted, Reason? reason, string previousHash)
    {
        var (act, actor) = (noted.Act, noted.Act.Occasion.Actor);
        return new JournalEntry
        {
            Seq = seq,
            At = ColumnType.CutToMilliseconds(act.Occasion.At),
            OnDay = act.Occasion.Day,
            ByUser = actor.User,
            ForUser = actor.OnBehalfOf,
            Role = actor.Role.ToString(),
            OrganizationId = actor.Organization,
            UseCase = useCase,
            Step = act.Step.ToString(),
            InquiryId = noted.Inquiry,
            SubjectKind = noted.SubjectKind,
            SubjectId = noted.SubjectId,
            SubjectNo = act.No,
            FromState = act.From,
            ToState = act.To,
            QuestionId = act.Subject.Question,
            Version = act.Subject.Version,
            ContentSha256 = act.Subject.ContentSha256,
            OtherId = act.Subject.Other,
            Code = act.Subject.Code,
            ReasonSha256 = reason is null ? null : JournalEntry.ReasonDigest(reason.Salt, reason.Text),
            PreviousHash = previousHash,
        };
    }

    private sealed record Head(long Seq, string Hash);

    private sealed record Reason(long Seq, string Salt, string Text);
}
