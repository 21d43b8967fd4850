using Anfragen.Application;
using Anfragen.Application.Search;
using Anfragen.Domain;
using MediatR;

namespace Anfragen.Infrastructure.Search;

internal sealed class FindSimilarInquiriesHandler(SimilarInquiries similar, InquirySearch search, InquiryTextReader texts)
    : IRequestHandler<FindSimilarInquiries, IReadOnlyList<SimilarInquiry>>
{
    public async Task<IReadOnlyList<SimilarInquiry>> Handle(FindSimilarInquiries query, CancellationToken cancel)
    {
        IReadOnlyList<string> typed = [query.Subject, .. query.Questions];
        return await similar.To(query.Id is { } id && typed.All(string.IsNullOrWhiteSpace) ? await Stored(id, cancel) : typed, query.Id, onlyAnswered: false, cancel);
    }

    private async Task<IReadOnlyList<string>> Stored(InquiryId id, CancellationToken cancel)
    {
        if ((await search.Rows([id], cancel)).Count == 0) throw new NotFound();
        var said = (await texts.Read([id], cancel))[0];
        return [said.Subject, .. said.Questions.Select(question => question.Text)];
    }
}
