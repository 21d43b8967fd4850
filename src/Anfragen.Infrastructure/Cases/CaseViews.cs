using Anfragen.Application;
using Anfragen.Application.Deadlines;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Domain.Answers;
using Anfragen.Domain.Assignments;
using Anfragen.Domain.Attachments;
using Anfragen.Domain.Calendar;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Deadlines;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Publication;
using Anfragen.Domain.Replies;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Cases;

/// <summary>A case as one person sees it: what the detail pages show, made from the same evidence as the commands decide on.</summary>
internal sealed class CaseViews(
    DbSession db, CaseReader reader, Visible visible, ICityRules rules, ICurrentUser user, IAnswerMarkdown markdown, TimeProvider clock)
{
    // What an asker follows: own steps, and those that reach the public or the group. The house's inner steps are not theirs.
    private static readonly HashSet<Step> StepsForAskers =
    [
        Step.Revise, Step.ConfirmCoAsking, Step.Submit, Step.Recall, Step.Register, Step.RejectQuestion, Step.ReinstateQuestion,
        Step.WithdrawQuestion, Step.AskSupplementary, Step.AdmitSupplementary, Step.ReferToEarlier, Step.RecordIntake, Step.NoteReceipt, Step.ReviseIntake,
        Step.SetMeeting, Step.DiscardIntake, Step.Deliver, Step.Publish, Step.Depublish,
        Step.ImportInquiry, Step.NumberImport, Step.EstablishDueDate, Step.ExtendDeadline, Step.StopClock, Step.RestartClock, Step.SendInterimReply,
    ];

    private const string CountComments =
        "SELECT question_id, count(*) AS count FROM comments WHERE inquiry_id = @id AND withdrawn_at IS NULL GROUP BY question_id";

    /// <exception cref="NotFound">Absent, or not to be seen.</exception>
    public async Task<CaseView> Load(InquiryId id, CancellationToken cancel)
    {
        var @case = await reader.Find(id, cancel) ?? throw new NotFound();
        var names = await Names.Of(db, @case, cancel);
        var slug = @case.Inquiry.Number is null
            ? null
            : await db.SingleOrDefault<string>("SELECT slug FROM paper_references WHERE inquiry_id = @id", new { id }, cancel);
        var today = Berlin.Day(clock.GetUtcNow());
        var calendar = IsInside && @case.Deadline is { State: DeadlineState.Running } ? (await rules.On(today, cancel)).Calendar : null;
        var links = await Links(@case.Inquiry, cancel);
        var details = Details(@case, names, slug) with
        {
            Deadline = Deadline(@case.Deadline, today, calendar),
            OtherDeadlines = [.. @case.Deadlines.Where(other => other != @case.Deadline).Select(other => Deadline(other, today, null)!)],
            SupplementaryUntil = @case.SupplementaryUntil,
            SupplementaryLeft = @case.SupplementaryLeft,
            KnowsSupplementaryRule = @case.Supplementary is not null,
            Earlier = links.FirstOrDefault(link => link.Id == @case.Inquiry.Follows),
            FollowUps = [.. links.Where(link => link.Id != @case.Inquiry.Follows)],
        };
        if (IsInside && @case.Inquiry.State == InquiryState.Registered) details = details with { Questions = await WithComments(@case, details.Questions, cancel) };
        return new CaseView(@case, names, details.Open.Contains(Step.Register) ? details with { Kinds = await Kinds(@case, today, cancel) } : details);
    }

    /// <exception cref="NotFound">There is no such row.</exception>
    public async Task<CaseView> LoadBy(string sql, object parameters, CancellationToken cancel) =>
        await Load(await db.SingleOrDefault<InquiryId?>(sql, parameters, cancel) ?? throw new NotFound(), cancel);

    /// <summary>Whether the person works in the house; askers see its results, not its inner steps.</summary>
    public bool IsInside => visible.SeesAllSubmitted || visible.Departments.Count > 0;

    /// <summary>Whether the person may read the answer before the asker has it.</summary>
    public bool MaySee(InquiryCase @case, Answer answer) =>
        visible.SeesAllSubmitted || visible.Departments.Contains(answer.Department) || answer.EveryCoSigner.Any(visible.Departments.Contains)
        || @case.Assignments.Any(assignment => answer.Covers.Contains(assignment.QuestionId) && visible.Departments.Contains(assignment.Department));

    /// <summary>Whether the person may read the reply: those who make it, then everybody who sees the inquiry.</summary>
    public bool MaySee(Reply reply) => visible.SeesAllSubmitted || reply.State == ReplyState.Delivered;

    /// <summary>Whether the person may open the assignment: the department itself, the lead of the question and the offices.</summary>
    public bool MaySee(InquiryCase @case, Assignment assignment) =>
        visible.SeesAllSubmitted || visible.Departments.Contains(assignment.Department)
        || (@case.LeadOf(assignment.QuestionId) is { } lead && visible.Departments.Contains(lead.Department));

    /// <summary>
    /// Whether the person may see what an attachment hangs on: of an inquiry whoever sees the inquiry, of an answer whoever sees the answer,
    /// and the askers once it is issued.
    /// </summary>
    public bool MaySee(InquiryCase @case, AttachmentHolder holder) => holder.Kind switch
    {
        AttachmentHolderKind.Inquiry or AttachmentHolderKind.Question => true,
        AttachmentHolderKind.Answer => @case.Answers.Any(answer => answer.Id.Value == holder.Id && (answer.State == AnswerState.Issued || MaySee(@case, answer))),
        AttachmentHolderKind.Reply => @case.Replies.Any(reply => reply.Id.Value == holder.Id && MaySee(reply)),
        _ => false,
    };

    private InquiryDetails Details(InquiryCase @case, Names names, string? slug)
    {
        var inquiry = @case.Inquiry;
        var statuses = @case.QuestionStatuses();
        return new InquiryDetails
        {
            Id = inquiry.Id,
            Number = inquiry.Number,
            Slug = slug,
            Text = inquiry.Text,
            State = inquiry.State,
            Status = @case.Status(),
            Receipt = inquiry.Receipts.LastOrDefault(),
            Meeting = inquiry.Meetings.LastOrDefault(),
            IsSplitChecked = inquiry.IsSplitChecked,
            Originators = [.. inquiry.Originators.Select(originator => new OriginatorDetails(
                originator.Organization, originator.Name, originator.Position > 1, inquiry.HasConfirmed(originator)))],
            Questions = [.. inquiry.Text.Questions.Select(question => Question(@case, question, statuses, names))],
            Replies = [.. @case.Replies.Where(MaySee).Select(reply => new ReplyDetails(
                reply.Id, reply.Kind, reply.State, reply.WrittenOn, reply.Letter is null || reply.PdfSha256 is not null))],
            Publication = @case.Publication.Acts.Count == 0 ? null : @case.Publication.State,
            Archive = inquiry.Archive is null ? null : new ImportSummary(
                inquiry.Archive.WrittenOn, inquiry.Archive.ReceivedOn, inquiry.Archive.MeetingOn, inquiry.Acts[0].Occasion.Day, inquiry.OpenDoubts.Count()),
            History = History(@case, names),
            Open = Open(@case),
        };
    }

    private async Task<IReadOnlyList<QuestionDetails>> WithComments(InquiryCase @case, IReadOnlyList<QuestionDetails> questions, CancellationToken cancel)
    {
        if (!user.Grants.Any(grant => Comment.IsOpenTo(@case, grant.Role, grant.Organization))) return questions;
        var counts = (await db.List<CommentCount>(CountComments, new { @case.Inquiry.Id }, cancel)).ToDictionary(row => row.QuestionId, row => row.Count);
        return [.. questions.Select(question => question with { Comments = (int)counts.GetValueOrDefault(question.Question.Id) })];
    }

    private Task<IReadOnlyList<LinkedInquiry>> Links(Inquiry inquiry, CancellationToken cancel) => db.List<LinkedInquiry>(
        $"""
        SELECT i.id, i.number, i.subject FROM inquiries i WHERE i.id = @earlier AND {visible.Inquiry}
        UNION ALL
        SELECT i.id, i.number, i.subject FROM inquiries i WHERE i.follows_id = @id AND i.status <> 'Discarded' AND {visible.Inquiry}
        """,
        new { inquiry.Id, earlier = inquiry.Follows, visible.Groups, visible.Departments }, cancel);

    private async Task<IReadOnlyList<KindOfInquiry>> Kinds(InquiryCase @case, DateOnly today, CancellationToken cancel)
    {
        var city = await rules.On(today, cancel);
        return [.. city.Rules.Select(rule => new KindOfInquiry(rule, @case.FirstDue(rule, city.Calendar, today)))];
    }

    private static DeadlineDetails? Deadline(Deadline? deadline, DateOnly today, OfficeCalendar? calendar) => deadline is null ? null : new DeadlineDetails
    {
        Round = deadline.Round,
        State = deadline.State,
        FirstDueOn = deadline.FirstDueOn,
        DueOn = deadline.DueOn,
        OverdueSince = deadline.IsOverdueOn(today) ? deadline.OverdueSince : null,
        MetOn = deadline.MetOn,
        Pinned = deadline.Pinned,
        Reasons = deadline.Reasons,
        EstablishedBecause = deadline.EstablishedBecause,
        Extensions = deadline.Extensions,
        Stops = deadline.Stops,
        StoppedDays = deadline.StoppedDays,
        Interims = deadline.Interims,
        Internal = calendar is null
            ? new Dictionary<InternalStage, DateOnly>()
            : Enum.GetValues<InternalStage>().ToDictionary(stage => stage, stage => deadline.DueFor(stage, calendar)!.Value),
    };

    private QuestionDetails Question(
        InquiryCase @case, Question question, IReadOnlyDictionary<QuestionId, QuestionStatus> statuses, Names names)
    {
        var answers = @case.Answers.Where(candidate => candidate.State != AnswerState.Abandoned && candidate.Covers.Contains(question.Id)).ToList();
        // Where old supplements say more on it, the first letter's answer is the answer.
        var answer = @case.Inquiry.Archive is null ? answers.LastOrDefault() : answers.FirstOrDefault();
        var isOpenToPerson = answer is not null && MaySee(@case, answer);
        var issued = @case.Inquiry.Archive is null ? @case.IssuedAnswerOf(question.Id) : answer;
        return new QuestionDetails
        {
            Question = question,
            Status = question.IsAsked ? statuses[question.Id] : null,
            IsPending = @case.Inquiry.PendingQuestions.Contains(question),
            Reason = @case.Inquiry.RejectionReason(question.Id),
            LeadDepartment = @case.Assignments.LastOrDefault(assignment => assignment.QuestionId == question.Id
                && assignment.Part == AssignmentPart.Lead && assignment.State is AssignmentState.Accepted or AssignmentState.Offered) is { } lead
                    ? names[lead.Department]
                    : answer is null ? null : names[answer.Department],
            Assignments = [.. @case.Assignments.Where(assignment => assignment.QuestionId == question.Id && MaySee(@case, assignment))
                .Select(assignment => new AssignmentSummary(
                    assignment.Id, names[assignment.Department], assignment.Part, assignment.State,
                    assignment.State == AssignmentState.Declined ? assignment.Acts[^1].Reason : null))],
            Answer = isOpenToPerson ? answer!.Id : null,
            AnswerState = isOpenToPerson ? answer!.State : null,
            Delivered = issued is { State: AnswerState.Issued, Latest: { } version } ? Delivered(@case, question, issued, version) : null,
            Correctable = issued is not null && Corrections(user, @case, issued).Count > 0 ? issued.Id : null,
            IsBeingCorrected = IsInside && @case.IsBeingCorrected(question.Id),
            NeedsLead = question.IsAsked && @case.NeedsLead(question.Id),
            Supplements = @case.Inquiry.Archive is null ? [] : [.. answers.Skip(1).Select(later => Delivered(@case, question, later, later.Latest!))],
        };
    }

    /// <summary>What the person can do about a delivered answer that is wrong.</summary>
    public static HashSet<Step> Corrections(ICurrentUser user, InquiryCase @case, Answer issued) =>
        @case.Inquiry.State != InquiryState.Registered || !@case.Stands(issued) || !user.May(Permission.RouteQuestions) ? []
        : @case.IsBeingCorrected(issued) ? [Step.DropCorrection]
        : [Step.OrderCorrection];

    private DeliveredAnswer Delivered(InquiryCase @case, Question question, Answer answer, AnswerVersion version)
    {
        var covered = @case.Inquiry.Text.Questions.Where(candidate => answer.Covers.Contains(candidate.Id)).ToList();
        return new DeliveredAnswer(
            [.. covered.Select(candidate => candidate.Label ?? candidate.Ordinal)],
            covered[0].Id == question.Id ? markdown.ToHtml(version.Markdown, 4) : null);
    }

    private HashSet<Step> Open(InquiryCase @case)
    {
        var open = OpenSteps.Of(user, @case.Inquiry);
        open.UnionWith(OpenSteps.Of(user, @case.Publication));
        OpenDeadline(@case, open);
        var isRegistered = @case.Inquiry.State == InquiryState.Registered;
        if (isRegistered && user.May(Permission.RouteQuestions)
            && @case.Inquiry.OpenQuestions.Any(question => @case.NeedsLead(question.Id)))
        {
            open.Add(Step.Assign);
        }

        if (isRegistered && user.May(Permission.RouteQuestions) && @case.Assignments.Any(assignment =>
            assignment is { Part: AssignmentPart.Lead, IsLive: true }))
        {
            open.Add(Step.Reassign);
        }

        if (user.May(Permission.ComposeReplies) && @case.OpenReply is null && @case.Replies.All(reply => reply.State != ReplyState.Signed)
            && @case.Answers.Any(answer => answer.State == AnswerState.CoSigned))
        {
            open.Add(Step.Compose);
        }

        var isPublic = @case.Publication.Acts.Count > 0 && @case.Publication.State == PublicationState.Published;
        var isSettled = @case.Inquiry.State != InquiryState.Imported || (!@case.Inquiry.OpenDoubts.Any() && @case.Inquiry.Number is not null);
        if (@case.Inquiry.State == InquiryState.Imported && user.May(Permission.ImportArchive) && !isPublic) open.Add(Step.ReviseImport);
        if (user.May(Permission.PublishInquiries) && @case.Delivered.Count > 0 && isSettled) open.Add(Step.Publish);
        if (!@case.Inquiry.PendingQuestions.Any()) open.Remove(Step.AdmitSupplementary);
        if (@case.Delivered.Count == 0 || @case.SupplementaryLeft == 0 || Berlin.Day(clock.GetUtcNow()) > @case.SupplementaryUntil) open.Remove(Step.AskSupplementary);
        var statuses = @case.QuestionStatuses().Values;
        if (!@case.Inquiry.OpenQuestions.Any()) open.Remove(Step.Register);
        if (!@case.Inquiry.IsSplitChecked) open.ExceptWith([Step.Register, Step.RejectQuestion, Step.WithdrawQuestion]);
        if (@case.Inquiry.Text.Questions.Any(question => @case.Inquiry.SettlementOf(question.Id) is not null)) open.Remove(Step.ReviseIntake);
        if (!statuses.Any(status => status < QuestionStatus.Signed)) open.Remove(Step.RejectQuestion);
        if (!statuses.Any(status => status < QuestionStatus.Delivered)) open.Remove(Step.WithdrawQuestion);
        if (@case.Inquiry.Text.Questions.All(question => @case.Inquiry.RejectionReason(question.Id) is null)) open.Remove(Step.ReinstateQuestion);
        return open;
    }

    private void OpenDeadline(InquiryCase @case, HashSet<Step> open)
    {
        if (!@case.IsOwed) return;
        if (@case.Deadline is not { } deadline)
        {
            if (user.May(Permission.ManageDeadlines)) open.Add(Step.EstablishDueDate);
            return;
        }

        open.UnionWith(OpenSteps.Of(user, deadline));
        if (deadline.Extensions.Count >= deadline.Pinned?.Rule.Extension?.MostTimes) open.Remove(Step.ExtendDeadline);
        if (deadline.Pinned?.Rule.MayStop == false) open.Remove(Step.StopClock);
    }

    /// <summary>A step with the names in it.</summary>
    public static HistoryEntry Entry(Act act, Names names) => new(
        act.Occasion.At, act.Step, names[act.Occasion.Actor.User], names[act.Occasion.Actor.Organization, act.Occasion.At], null, act.Reason)
    {
        OnBehalfOf = act.Occasion.Actor.OnBehalfOf is { } principal ? names[principal] : null,
    };

    private IReadOnlyList<HistoryEntry> History(InquiryCase @case, Names names)
    {
        var questions = @case.Inquiry.Text.Questions.ToDictionary(question => question.Id, question => question.Label ?? question.Ordinal);
        return [.. @case.Acts
            .Where(act => IsInside || StepsForAskers.Contains(act.Step))
            .OrderBy(act => act.Occasion.At)
            .Select(act => Entry(act, names) with
            {
                Question = act.Subject.Question is { } question && questions.TryGetValue(question, out var shown) ? shown : null,
                Receipt = act.Step == Step.NoteReceipt ? @case.Inquiry.Receipts.FirstOrDefault(receipt => receipt.Version == act.Subject.Version) : null,
            })];
    }

    private sealed record CommentCount(QuestionId QuestionId, long Count);
}

/// <summary>A case with the names in it and the page made of it.</summary>
internal sealed record CaseView(InquiryCase Case, Names Names, InquiryDetails Details);
