using Anfragen.Application.Office;
using Anfragen.Domain;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Office;

internal sealed class GetAgendaAnnexHandler(DbSession db, Visible visible) : IRequestHandler<GetAgendaAnnex, AgendaAnnex>
{
    // The inquiries of the latest meetings; the oldest of them may be there in part, so it is left out when the end was reached.
    private const int Looked = 1000;

    private string SelectLatest => $"""
        SELECT i.meeting_on AS "on", i.committee
        FROM inquiries i
        WHERE i.meeting_on IS NOT NULL AND {visible.Inquiry}
        ORDER BY i.meeting_on DESC, i.committee DESC, i.id DESC
        LIMIT @looked
        """;

    private string SelectItems => $"""
        SELECT i.id, i.number, i.subject, i.originator_names AS originators, p.sort_key
        FROM inquiries i LEFT JOIN paper_references p ON p.inquiry_id = i.id
        WHERE i.meeting_on = @on AND i.committee = @committee AND i.meeting_on IS NOT NULL AND {visible.Inquiry}
        """;

    public async Task<AgendaAnnex> Handle(GetAgendaAnnex query, CancellationToken cancel)
    {
        var latest = await db.List<MeetingLine>(SelectLatest, new { looked = Looked, visible.Groups, visible.Departments }, cancel);
        var meetings = latest.GroupBy(line => (line.On, line.Committee)).Select(same => same.First() with { Count = same.Count() }).ToList();
        if (latest.Count == Looked && meetings.Count > 1) meetings.RemoveAt(meetings.Count - 1);
        if (query.On is not { } on || query.Committee is not { } committee) return new AgendaAnnex(meetings, []);
        var items = await db.List<Row>(SelectItems, new { on, committee, visible.Groups, visible.Departments }, cancel);
        return new AgendaAnnex(
            meetings,
            [.. items.OrderBy(row => row.SortKey is null).ThenBy(row => row.SortKey, StringComparer.Ordinal).ThenBy(row => row.Id.Value)
                .Select(row => new AgendaItem { Id = row.Id, Number = row.Number, Subject = row.Subject, Originators = row.Originators })]);
    }

    private sealed record Row
    {
        public InquiryId Id { get; init; }

        public string? Number { get; init; }

        public string Subject { get; init; } = "";

        public string Originators { get; init; } = "";

        public string? SortKey { get; init; }
    }
}
