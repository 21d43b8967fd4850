using Anfragen.Application.Deadlines;
using Anfragen.Domain;
using MediatR;

namespace Anfragen.Application.Inquiries;

/// <summary>Admits the supplementary questions that wait; what is inadmissible was rejected before, question by question.</summary>
public sealed record AdmitSupplementaryQuestions : ICommand<Unit>
{
    public static Permission Permission => Permission.AdmitInquiries;

    public required InquiryId Id { get; init; }

    /// <summary>How many were shown, so that nobody admits one that came meanwhile.</summary>
    public int Count { get; init; }
}

internal sealed class AdmitSupplementaryQuestionsHandler(ICases cases, ICityRules rules, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<AdmitSupplementaryQuestions, Unit>
{
    public async Task<Unit> Handle(AdmitSupplementaryQuestions command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        CommonRules.NotChangedMeanwhile.BrokenIf(@case.Inquiry.PendingQuestions.Count() != command.Count);
        var occasion = clock.Occasion(user.As(Permission.AdmitInquiries));
        @case.AdmitSupplementary((await rules.On(occasion.Day, cancel)).Calendar, occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
