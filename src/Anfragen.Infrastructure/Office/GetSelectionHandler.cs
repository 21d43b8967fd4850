using Anfragen.Application.Inquiries;
using Anfragen.Application.Office;
using Anfragen.Infrastructure.Council;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Office;

internal sealed class GetSelectionHandler(IRequestHandler<ListInquiries, InquiryPage> inquiries, DbSession db, Departments departments)
    : IRequestHandler<GetSelection, Selection>
{
    // The newest few name every committee that still meets.
    private const string SelectCommittees = """
        SELECT committee FROM inquiries WHERE meeting_on IS NOT NULL
        ORDER BY meeting_on DESC, committee DESC, id DESC
        LIMIT 200
        """;

    public async Task<Selection> Handle(GetSelection query, CancellationToken cancel)
    {
        var items = query.Inquiries.Count == 0 ? [] : (await inquiries.Handle(new ListInquiries { Only = query.Inquiries, Size = query.Inquiries.Count }, cancel)).Items;
        var committees = await db.List<string>(SelectCommittees, null, cancel);
        return new Selection(items, await departments.All(cancel), [.. committees.Distinct().Order(StringComparer.Ordinal)]);
    }
}
