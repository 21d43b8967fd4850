using Anfragen.Application;
using Anfragen.Application.Publication;
using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Infrastructure.Cases;
using Anfragen.Infrastructure.Portal;
using MediatR;

namespace Anfragen.Infrastructure.Publication;

internal sealed class GetPublicationHandler(CaseViews views, PublicPages pages, IAnswerMarkdown markdown, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<GetPublication, PublicationDetails>
{
    public async Task<PublicationDetails> Handle(GetPublication query, CancellationToken cancel)
    {
        var view = await views.Load(query.Id, cancel);
        if (view.Case.Delivered.Count == 0) throw new NotFound();

        var questions = view.Case.Inquiry.Text.Questions.Select(question => question.Id).ToHashSet();
        var preview = await pages.Of(view.Case, questions, withFile: true, Berlin.Day(clock.GetUtcNow()), cancel);
        return new PublicationDetails(
            view.Details,
            preview,
            [.. preview.Parts.Select(part => markdown.ToHtml(part.Markdown, 4))],
            view.Case.Delivered.Any(reply => reply.Signature!.By == user.Id),
            view.Details.Open.Contains(Step.Publish),
            view.Details.Open.Contains(Step.Depublish));
    }
}
