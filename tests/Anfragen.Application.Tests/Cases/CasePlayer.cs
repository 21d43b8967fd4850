using Anfragen.Application.Answers;
using Anfragen.Application.Assignments;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Publication;
using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Domain.Assignments;
using Anfragen.Infrastructure.Demo;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Cases;

/// <summary>Brings a case to the state a test begins with, by the commands people use.</summary>
public sealed class CasePlayer(TestApp app)
{
    public SubmitInquiry Form(string subject, params string[] questions) => new()
    {
        Subject = subject,
        Group = app.City.OrganizationOf(SpdMember),
        Questions = [.. questions.Select((text, index) => new QuestionLine { Label = $"{index + 1}.", Text = text })],
    };

    /// <summary>What the askers do between handing in and registration.</summary>
    public Func<InquiryId, Task> OnSubmission { get; init; } = _ => Task.CompletedTask;

    public async Task<InquiryId> Submitted(params string[] questions)
    {
        var id = await app.As(SpdMember, Form("Radwege in der Neustadt", questions));
        await OnSubmission(id);
        return id;
    }

    public async Task<InquiryId> Registered(params string[] questions)
    {
        var id = await Submitted(questions);
        await app.As(CouncilClerk, new RegisterInquiry { Id = id });
        return id;
    }

    /// <summary>All questions to the main office, accepted.</summary>
    public async Task<InquiryId> Accepted(params string[] questions)
    {
        var id = await Registered(questions);
        await RouteAll(id, MainOfficeClerk);
        await AcceptAll(id, MainOfficeClerk);
        return id;
    }

    public async Task<InquiryId> CoSigned(params string[] questions)
    {
        var id = await Accepted(questions);
        foreach (var question in (await Details(id)).Questions) await CoSign(id, question.Question.Id, $"Antwort auf „{question.Question.Text}“");
        return id;
    }

    public async Task<(InquiryId Inquiry, ReplyId Reply)> InReview(params string[] questions)
    {
        var id = await CoSigned(questions);
        var reply = await app.As(CouncilClerk, new ComposeReply { Id = id });
        await app.As(CouncilClerk, new SubmitReplyForReview { Id = reply });
        return (id, reply);
    }

    public async Task<(InquiryId Inquiry, ReplyId Reply)> Delivered(params string[] questions)
    {
        var (id, reply) = await InReview(questions);
        await ApproveAndSign(reply);
        await app.As(CouncilClerk, new DeliverReply { Id = reply });
        return (id, reply);
    }

    public async Task<InquiryId> Published(params string[] questions)
    {
        var (id, _) = await Delivered(questions);
        await app.As(CouncilClerk, new PublishInquiry { Id = id, Questions = [.. await QuestionIds(id)] });
        return id;
    }

    public async Task ApproveAndSign(ReplyId reply)
    {
        var content = (await app.As(MayorsOfficeClerk, new GetReply(reply))).ContentSha256;
        await app.As(MayorsOfficeClerk, new ApproveReply { Id = reply, ContentSha256 = content });
        await app.As(MayorsOfficeClerk, Signing(reply, content));
    }

    public SignReply Signing(ReplyId reply, string content) => new()
    {
        Id = reply,
        ContentSha256 = content,
        Place = "Mainz",
        SignedOn = Berlin.Day(app.Clock.GetUtcNow()),
        Name = "Nino Haase",
        Office = "Oberbürgermeister",
    };

    public async Task CoSign(InquiryId id, QuestionId question, string markdown)
    {
        var answer = await AnswerOf(id, question);
        var version = await app.As(MainOfficeClerk, new SaveAnswerVersion { Id = answer, BasedOn = await LatestVersion(answer), Markdown = markdown });
        await app.As(MainOfficeClerk, new SubmitForCoSignature { Id = answer });
        await app.As(MainOfficeHead, new CoSignAnswer { Id = answer, Version = version });
    }

    public async Task RouteAll(InquiryId id, DemoAccount lead, params DemoAccount[] contributors) => await app.As(CouncilClerk, new RouteQuestions
    {
        Id = id,
        Routes = [.. (await QuestionIds(id)).Select(question => new RouteQuestions.Route
        {
            Question = question,
            Lead = app.City.OrganizationOf(lead),
            Contributors = [.. contributors.Select(app.City.OrganizationOf)],
        })],
    });

    public async Task AcceptAll(InquiryId id, DemoAccount clerk)
    {
        foreach (var assignment in await Assignments(id, clerk, AssignmentState.Offered)) await app.As(clerk, new AcceptAssignment { Id = assignment.Id });
    }

    public async Task<IReadOnlyList<AssignmentSummary>> Assignments(InquiryId id, DemoAccount clerk, AssignmentState state) =>
        [.. (await app.As(clerk, new GetInquiry(id))).Questions.SelectMany(question => question.Assignments)
            .Where(assignment => assignment.Department == clerk.Organization && assignment.State == state)];

    public Task<InquiryDetails> Details(InquiryId id) => app.As(CouncilClerk, new GetInquiry(id));

    public async Task<IReadOnlyList<QuestionId>> QuestionIds(InquiryId id) =>
        [.. (await Details(id)).Questions.Where(question => question.Question.IsAsked).Select(question => question.Question.Id)];

    public async Task<AnswerId> AnswerOf(InquiryId id, QuestionId question) =>
        (await Details(id)).Questions.Single(candidate => candidate.Question.Id == question).Answer!.Value;

    public async Task<int> LatestVersion(AnswerId answer) => (await app.As(MainOfficeClerk, new GetAnswer(answer))).Versions.Count;
}
