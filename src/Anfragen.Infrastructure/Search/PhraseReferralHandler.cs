using Anfragen.Application;
using Anfragen.Application.Search;
using Anfragen.Domain;
using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Replies;
using MediatR;
using Microsoft.Extensions.Configuration;

namespace Anfragen.Infrastructure.Search;

internal sealed class PhraseReferralHandler(DbSession db, Visible visible, IConfiguration configuration) : IRequestHandler<PhraseReferral, string>
{
    private string SelectQuestion => $"""
        SELECT i.number, COALESCE(q.label, q.ordinal) AS label,
               (SELECT count(*) FROM questions other WHERE other.inquiry_id = i.id AND other.text_version = i.text_version AND other.is_asked = TRUE) AS questions,
               EXISTS (SELECT 1 FROM published_targets t JOIN publications p ON p.inquiry_id = t.inquiry_id
                       WHERE t.inquiry_id = i.id AND t.kind = 'Question' AND t.target_id = q.id AND p.state = 'Published') AS is_public
        FROM questions q JOIN inquiries i ON i.id = q.inquiry_id AND i.text_version = q.text_version
        WHERE q.id = @question AND i.number IS NOT NULL AND {visible.Inquiry}
        """;

    public async Task<string> Handle(PhraseReferral query, CancellationToken cancel)
    {
        var row = await db.SingleOrDefault<Row>(SelectQuestion, new { query.Question, visible.Groups, visible.Departments }, cancel) ?? throw new NotFound();
        var address = row.IsPublic ? PublicAddress.From(configuration) : null;
        var inquiry = address is null ? row.Number : $"[{row.Number}]({PublicAddress.OfInquiry(address, row.Number)})";
        return row.Questions == 1
            ? $"Hierzu wird auf die Antwort auf die Anfrage {inquiry} verwiesen."
            : $"Hierzu wird auf die Antwort zu Frage {row.Label.TrimEnd('.', ')')} der Anfrage {inquiry} verwiesen.";
    }

    private sealed record Row
    {
        public string Number { get; init; } = "";

        public string Label { get; init; } = "";

        public int Questions { get; init; }

        public bool IsPublic { get; init; }
    }
}
