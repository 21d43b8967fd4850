using Anfragen.Application.Journal;
using Anfragen.Infrastructure.Council;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Journal;

/// <summary>Reads everything once, in one snapshot, so that work going on meanwhile is no contradiction.</summary>
internal sealed class VerifyJournalHandler(DbSession db, CouncilReader council) : IRequestHandler<VerifyJournal, JournalVerdict>
{
    private const string Count = $"""
        -- reads all: every row is looked at
        SELECT (SELECT count(*) FROM journal) AS entries,
               (SELECT count(*) FROM journal WHERE step IN ({EvidenceCheck.StepsWithRows}))
               + (SELECT count(*) FROM inquiry_texts t LEFT JOIN questions q ON q.inquiry_id = t.inquiry_id AND q.text_version = t.version)
               + (SELECT count(*) FROM inquiries i LEFT JOIN originators o ON o.inquiry_id = i.id)
               + (SELECT count(*) FROM assignments) + (SELECT count(*) FROM answers) + (SELECT count(*) FROM answer_coverage)
               + (SELECT count(*) FROM replies) + (SELECT count(*) FROM answer_versions) + (SELECT count(*) FROM contributions) + (SELECT count(*) FROM reply_items)
               + (SELECT count(*) FROM signatures) + (SELECT count(*) FROM paper_references)
               + (SELECT count(*) FROM publications p LEFT JOIN published_targets t ON t.inquiry_id = p.inquiry_id)
               + (SELECT count(*) FROM users) + (SELECT count(*) FROM role_grants) + (SELECT count(*) FROM files)
               + (SELECT count(*) FROM attachments) + (SELECT count(*) FROM receipts) + (SELECT count(*) FROM meetings) + (SELECT count(*) FROM deadlines)
               + (SELECT count(*) FROM promises) + (SELECT count(*) FROM rule_sets)
               + (SELECT count(*) FROM imports) + (SELECT count(*) FROM import_papers) + (SELECT count(*) FROM imported_letters) AS evidence
        """;

    public Task<JournalVerdict> Handle(VerifyJournal query, CancellationToken cancel) => db.Snapshot(() => Verify(query.Progress, cancel), cancel);

    private async Task<JournalVerdict> Verify(IProgress<double>? progress, CancellationToken cancel)
    {
        var counted = await db.Single<Counted>(Count, null, cancel);
        // The entries are read along the chain and once more subject by subject.
        var rows = new StoredRows(db, (2 * counted.Entries) + counted.Evidence, progress);
        var findings = new Findings();

        var chain = new ChainCheck(db, rows, findings);
        await chain.Run(counted.Entries, cancel);
        await new EvidenceCheck(rows, findings).Run(cancel);
        await new ImportCheck(db, rows, findings).Run(cancel);
        await new CouncilCheck(db, council, findings).Run(cancel);
        return new JournalVerdict(chain.Entries, chain.HeadHash, chain.ErasedReasons, findings.Sentences);
    }

    private sealed record Counted(long Entries, long Evidence);
}
