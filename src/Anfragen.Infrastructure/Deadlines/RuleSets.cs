using Anfragen.Application.Deadlines;
using Anfragen.Domain;
using Anfragen.Domain.Deadlines;
using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Journal;

namespace Anfragen.Infrastructure.Deadlines;

/// <summary>The rule sets in their table; the gate of the master data lets one person at a time introduce one.</summary>
internal sealed class RuleSets(DbSession db, JournalDraft journal) : IRuleSets
{
    private const string SelectAll = "SELECT id, valid_from, content FROM rule_sets ORDER BY valid_from DESC";

    private const string SelectOn = "SELECT id, valid_from, content FROM rule_sets WHERE valid_from <= @day ORDER BY valid_from DESC LIMIT 1";

    private const string Insert = "INSERT INTO rule_sets (id, valid_from, content) VALUES (@id, @valid_from, @content)";

    public async Task<IReadOnlyList<RuleSet>> All(CancellationToken cancel) =>
        [.. (await db.List<RuleSetRow>(SelectAll, null, cancel)).Select(row => row.ToSet())];

    /// <summary>The set in force that day, or null.</summary>
    public async Task<RuleSet?> On(DateOnly day, CancellationToken cancel) =>
        (await db.SingleOrDefault<RuleSetRow>(SelectOn, new { day }, cancel))?.ToSet();

    public async Task Add(RuleSet set, Occasion occasion, CancellationToken cancel)
    {
        await db.Gate(WellKnown.Body.Value, GateMode.Exclusive, cancel);
        await db.Execute(Insert, RuleSetRow.Of(set), cancel);
        var subject = new ActSubject(ContentSha256: set.Sha256, Code: Digest.Day(set.ValidFrom));
        journal.Note(null, "RuleSet", set.Id, [new Act(1, Step.AddEntry, null, "Current", occasion, subject, null)]);
    }
}
