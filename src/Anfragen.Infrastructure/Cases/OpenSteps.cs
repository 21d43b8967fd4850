using Anfragen.Application;
using Anfragen.Domain;

namespace Anfragen.Infrastructure.Cases;

/// <summary>What a person can do now: the permission of the step's use case, and the table of transitions. Pages show exactly this.</summary>
internal static class OpenSteps
{
    private static readonly Dictionary<Step, Permission> Needs = new()
    {
        [Step.Revise] = Permission.SubmitInquiries,
        [Step.ConfirmCoAsking] = Permission.SubmitInquiries,
        [Step.Discard] = Permission.SubmitInquiries,
        [Step.Recall] = Permission.SubmitInquiries,
        [Step.WithdrawQuestion] = Permission.SubmitInquiries,
        [Step.Register] = Permission.AdmitInquiries,
        [Step.RejectQuestion] = Permission.AdmitInquiries,
        [Step.ReinstateQuestion] = Permission.AdmitInquiries,
        [Step.AskSupplementary] = Permission.SubmitInquiries,
        [Step.AdmitSupplementary] = Permission.AdmitInquiries,
        [Step.ReferToEarlier] = Permission.AdmitInquiries,
        [Step.ReviseIntake] = Permission.AdmitInquiries,
        [Step.DiscardIntake] = Permission.AdmitInquiries,
        [Step.EstablishDueDate] = Permission.ManageDeadlines,
        [Step.ExtendDeadline] = Permission.ManageDeadlines,
        [Step.StopClock] = Permission.ManageDeadlines,
        [Step.RestartClock] = Permission.ManageDeadlines,
        [Step.SendInterimReply] = Permission.ManageDeadlines,
        [Step.Reassign] = Permission.RouteQuestions,
        [Step.Accept] = Permission.ReactToAssignments,
        [Step.Decline] = Permission.ReactToAssignments,
        [Step.SubmitContribution] = Permission.DraftAnswers,
        [Step.SaveAnswerVersion] = Permission.DraftAnswers,
        [Step.JoinAnswers] = Permission.DraftAnswers,
        [Step.SplitAnswer] = Permission.DraftAnswers,
        [Step.SubmitForCoSignature] = Permission.DraftAnswers,
        [Step.CoSign] = Permission.CoSignAnswers,
        [Step.ReturnForRedraft] = Permission.CoSignAnswers,
        [Step.ReviseReply] = Permission.ComposeReplies,
        [Step.SubmitForReview] = Permission.ComposeReplies,
        [Step.DiscardReply] = Permission.ComposeReplies,
        [Step.ReturnReply] = Permission.ReviewReplies,
        [Step.Approve] = Permission.ReviewReplies,
        [Step.Sign] = Permission.SignReplies,
        [Step.AnnulSignature] = Permission.SignReplies,
        [Step.Deliver] = Permission.DeliverReplies,
        [Step.Depublish] = Permission.DepublishInquiries,
    };

    public static HashSet<Step> Of<TState>(ICurrentUser user, Aggregate<TState> aggregate) where TState : struct, Enum =>
        [.. Needs.Where(need => user.Grants.Any(grant => grant.Role.Has(need.Value) && aggregate.Allows(need.Key, ActorOf(user, grant))))
            .Select(need => need.Key)];

    private static Actor ActorOf(ICurrentUser user, RoleGrant grant) => new(user.Id!.Value, grant.Role, grant.Organization);
}
