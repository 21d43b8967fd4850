using Anfragen.Application;
using Anfragen.Application.Search;
using Anfragen.Domain;
using Anfragen.Infrastructure.Cases;
using MediatR;

namespace Anfragen.Infrastructure.Search;

internal sealed class FindEarlierAnswersHandler(CaseViews views, SimilarInquiries similar) : IRequestHandler<FindEarlierAnswers, EarlierAnswers>
{
    public async Task<EarlierAnswers> Handle(FindEarlierAnswers query, CancellationToken cancel)
    {
        var view = await views.LoadBy("SELECT inquiry_id FROM answers WHERE id = @id", new { query.Id }, cancel);
        var answer = view.Case.Answer(query.Id);
        if (!views.MaySee(view.Case, answer)) throw new NotFound();

        var text = view.Case.Inquiry.Text;
        var words = string.IsNullOrWhiteSpace(query.Words) ? null : query.Words.Trim();
        var wanted = words is not null ? [words] : text.Questions.Where(question => answer.Covers.Contains(question.Id)).Select(question => question.Text).Append(text.Subject).ToList();
        return new(query.Id, words, await similar.To(wanted, view.Case.Inquiry.Id, onlyAnswered: true, cancel));
    }
}
