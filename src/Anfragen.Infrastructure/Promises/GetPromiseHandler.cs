using Anfragen.Application;
using Anfragen.Application.Promises;
using Anfragen.Domain;
using Anfragen.Domain.Promises;
using Anfragen.Infrastructure.Cases;
using Anfragen.Infrastructure.Council;
using MediatR;

namespace Anfragen.Infrastructure.Promises;

internal sealed class GetPromiseHandler(CaseViews views, Departments departments, ICurrentUser user) : IRequestHandler<GetPromise, PromiseDetails>
{
    public async Task<PromiseDetails> Handle(GetPromise query, CancellationToken cancel)
    {
        var view = await views.LoadBy("SELECT inquiry_id FROM promises WHERE id = @id", new { query.Id }, cancel);
        var promise = view.Case.Promise(query.Id);
        var answer = view.Case.Answer(promise.AnswerId);
        var isGiven = view.Case.IsGiven(promise);
        if (promise.State == PromiseState.Unmarked || (!isGiven && !views.MaySee(view.Case, answer))) throw new NotFound();

        return new PromiseDetails
        {
            Id = promise.Id,
            Inquiry = view.Details,
            Answer = views.MaySee(view.Case, answer) ? answer.Id : null,
            Questions = QuestionLabels.Of(view.Case, answer.Covers),
            Text = promise.Text,
            Owner = promise.Owner,
            OwnerName = view.Names[promise.Owner],
            DueOn = promise.DueOn,
            FirstDueOn = promise.FirstDueOn,
            State = promise.State,
            Steps = promise.Acts.Count,
            IsGiven = isGiven,
            CanSettle = isGiven && promise.Allows(Step.KeepPromise, user.As(Permission.TrackPromises, promise.Owner)),
            History = [.. promise.Acts.Select(act => CaseViews.Entry(act, view.Names))],
            Departments = await departments.All(cancel),
        };
    }
}
