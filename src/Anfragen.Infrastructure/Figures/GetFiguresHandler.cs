using Anfragen.Application.Figures;
using Anfragen.Domain;
using Anfragen.Domain.Figures;
using Anfragen.Domain.Inquiries;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Figures;

internal sealed class GetFiguresHandler(DbSession db, Visible visible, FigureTables tables) : IRequestHandler<GetFigures, FigureTable>
{
    public Task<FigureTable> Handle(GetFigures query, CancellationToken cancel) => db.Snapshot(() => tables.Of(query.Choice, Read, cancel), cancel);

    private string Counted => $"i.received_on >= @from AND i.received_on <= @to AND i.status NOT IN ('Draft', 'Discarded') AND {visible.Inquiry}";

    private string SelectInquiries => $"""
        SELECT i.id, i.received_on, i.status, i.first_due_on, i.overdue_since, i.deadline_met_on AS met_on
        FROM inquiries i
        WHERE {Counted}
        """;

    // Who was asked along and never confirmed did not ask; an intake and an old case name those who asked.
    private string SelectAskers => $"""
        SELECT i.id, COALESCE(g.short_name, g.name, o.short_name) AS name
        FROM inquiries i JOIN originators o ON o.inquiry_id = i.id LEFT JOIN organizations g ON g.id = o.organization_id
        WHERE {Counted}
        AND (o.position = 1
             OR EXISTS (SELECT 1 FROM imports m WHERE m.inquiry_id = i.id)
             OR EXISTS (SELECT 1 FROM receipts r WHERE r.inquiry_id = i.id)
             OR EXISTS (SELECT 1 FROM journal j WHERE j.inquiry_id = i.id AND j.step = 'ConfirmCoAsking'
                        AND j.other_id = o.organization_id AND j.version = i.text_version))
        """;

    // An assignment ends with its answer.
    private string SelectDepartments => $"""
        SELECT i.id, d.name
        FROM inquiries i JOIN assignments a ON a.inquiry_id = i.id JOIN organizations d ON d.id = a.department_id
        WHERE {Counted} AND a.part = 'Lead' AND a.is_live = TRUE
        UNION
        SELECT i.id, d.name
        FROM inquiries i JOIN answers a ON a.inquiry_id = i.id JOIN organizations d ON d.id = a.department_id
        WHERE {Counted} AND a.state <> 'Abandoned'
        """;

    private string SelectKinds => $"""
        SELECT i.id, l.rule
        FROM inquiries i JOIN deadlines l ON l.inquiry_id = i.id
        WHERE {Counted} AND l.round = 1 AND l.rule IS NOT NULL
        """;

    // The condition on the step is that of the index.
    private string CountSteps => $"""
        SELECT i.id, j.step, count(*) AS count
        FROM inquiries i JOIN journal j ON j.inquiry_id = i.id
        WHERE {Counted} AND j.step IN ('ExtendDeadline', 'SendInterimReply')
        GROUP BY i.id, j.step
        """;

    private async Task<IReadOnlyList<GroupedFacts>> Read(DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var of = new { from, to, visible.Groups, visible.Departments };
        var askers = (await db.List<NameRow>(SelectAskers, of, cancel)).ToLookup(row => row.Id, row => row.Name);
        var departments = (await db.List<NameRow>(SelectDepartments, of, cancel)).ToLookup(row => row.Id, row => row.Name);
        var kinds = (await db.List<KindRow>(SelectKinds, of, cancel)).ToDictionary(row => row.Id, row => Cases.DeadlineRow.PinnedRule("", row.Rule)!.Rule.Title);
        var steps = (await db.List<StepRow>(CountSteps, of, cancel)).ToDictionary(row => (row.Id, row.Step), row => row.Count);
        return [.. (await db.List<FactsRow>(SelectInquiries, of, cancel)).Select(row => new GroupedFacts(
            new InquiryFacts
            {
                ReceivedOn = row.ReceivedOn,
                IsOpen = InquiryFacts.Waits(row.Status),
                IsAnswered = InquiryFacts.HasAnswer(row.Status),
                FirstDueOn = row.FirstDueOn,
                OverdueSince = row.OverdueSince,
                MetOn = row.MetOn,
                Extensions = (int)steps.GetValueOrDefault((row.Id, nameof(Step.ExtendDeadline))),
                Interims = (int)steps.GetValueOrDefault((row.Id, nameof(Step.SendInterimReply))),
            },
            kinds.GetValueOrDefault(row.Id), [.. askers[row.Id]], [.. departments[row.Id].Order(StringComparer.Ordinal)]))];
    }

    private sealed record FactsRow
    {
        public InquiryId Id { get; init; }

        public DateOnly ReceivedOn { get; init; }

        public InquiryStatus Status { get; init; }

        public DateOnly? FirstDueOn { get; init; }

        public DateOnly? OverdueSince { get; init; }

        public DateOnly? MetOn { get; init; }
    }

    private sealed record NameRow(InquiryId Id, string Name);

    private sealed record KindRow(InquiryId Id, string Rule);

    private sealed record StepRow
    {
        public InquiryId Id { get; init; }

        public string Step { get; init; } = "";

        public long Count { get; init; }
    }
}
