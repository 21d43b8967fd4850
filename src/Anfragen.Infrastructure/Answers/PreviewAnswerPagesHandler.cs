using Anfragen.Application;
using Anfragen.Application.Answers;
using Anfragen.Application.Replies;
using Anfragen.Domain.Answers;
using Anfragen.Infrastructure.Cases;
using MediatR;

namespace Anfragen.Infrastructure.Answers;

internal sealed class PreviewAnswerPagesHandler(CaseViews views, IReplyRenderer renderer, ILetterheads letterheads, TimeProvider clock)
    : IRequestHandler<PreviewAnswerPages, LetterPages>
{
    public async Task<LetterPages> Handle(PreviewAnswerPages query, CancellationToken cancel)
    {
        var view = await views.LoadBy("SELECT inquiry_id FROM answers WHERE id = @id", new { query.Id }, cancel);
        var answer = view.Case.Answer(query.Id);
        if (!views.MaySee(view.Case, answer)) throw new NotFound();
        var text = query.Markdown ?? "";
        if (text.Length > TextRules.TextLength) return new LetterPages([], [TextRules.TooLong(text.Length)]);

        var inNameOf = query.Kind == AnswerKind.ThirdParty ? query.InNameOf : null;
        return renderer.Draw(await LetterOf.Draft(view.Case, answer, text, inNameOf, clock.GetUtcNow(), letterheads, cancel));
    }
}
