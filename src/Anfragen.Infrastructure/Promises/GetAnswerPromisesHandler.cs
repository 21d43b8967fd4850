using Anfragen.Application;
using Anfragen.Application.Answers;
using Anfragen.Application.Promises;
using Anfragen.Domain;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Promises;
using Anfragen.Infrastructure.Cases;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Promises;

internal sealed class GetAnswerPromisesHandler(
    IRequestHandler<GetAnswer, AnswerDetails> answers, CaseReader reader, DbSession db, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<GetAnswerPromises, AnswerPromises>
{
    public async Task<AnswerPromises> Handle(GetAnswerPromises query, CancellationToken cancel)
    {
        // Whoever may not open the answer gets no further.
        var details = await answers.Handle(new GetAnswer(query.Id), cancel);
        var @case = await reader.Find(details.Inquiry.Id, cancel) ?? throw new NotFound();
        var answer = @case.Answer(query.Id);
        var names = await Names.Of(db, @case, cancel);
        var promises = @case.PromisesOf(answer.Id).ToList();
        var canMark = @case.CanMarkPromises(answer, user.As(Permission.TrackPromises, answer.Department));
        return new AnswerPromises
        {
            Answer = details,
            Department = answer.Department,
            Promises = [.. promises.Select(promise => new AnswerPromise(
                promise.Id, promise.Text, names[promise.Owner], promise.DueOn, promise.State,
                InquiryCase.HasPassage(answer, promise.Text), @case.IsGiven(promise)))],
            Proposals = canMark
                ? [.. PromiseFinder.Find(answer.Latest!.Markdown.ReplaceLineEndings("\n"), Berlin.Day(clock.GetUtcNow()))
                    .Where(passage => promises.All(promise => promise.Text != passage.Text))]
                : [],
            CanMark = canMark,
        };
    }
}
