using Anfragen.Domain.Answers;
using Anfragen.Domain.Archive;
using Anfragen.Domain.Assignments;
using Anfragen.Domain.Attachments;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Deadlines;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Publication;
using Anfragen.Domain.Replies;
using Anfragen.Domain.Tests.Support;

namespace Anfragen.Domain.Tests.Exploration;

/// <summary>What an exploration varies: how many questions, which departments lead, who else takes part, and every move open to them.</summary>
internal sealed record World(int Questions, IReadOnlyList<OrganizationId> Leads)
{
    private static readonly DateTimeOffset Now = new(2025, 10, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>A department that is asked for contributions, or null.</summary>
    public OrganizationId? Contributor { get; init; }

    /// <summary>Whether a second group asks along.</summary>
    public bool WithCoAsker { get; init; }

    /// <summary>Whether heads of department also write, so that somebody else has to co-sign.</summary>
    public bool HeadsWrite { get; init; }

    /// <summary>Who co-signs.</summary>
    public CoSignatureRule CoSignatures { get; init; } = CoSignatureRule.HeadOfDepartment;

    /// <summary>Whether departments take longer than they may, so that they are reminded.</summary>
    public bool Reminds { get; init; }

    /// <summary>Whether the askers put a supplementary question after the answer; one only, or an exploration would never end.</summary>
    public bool WithSupplementary { get; init; }

    /// <summary>Whether it follows up earlier inquiries, now this one, now that.</summary>
    public bool Refers { get; init; }

    /// <summary>Whether delivered answers turn out wrong; each is corrected once, or an exploration would never end.</summary>
    public bool WithCorrections { get; init; }

    /// <summary>Whether the case starts as a draft; otherwise it is registered already.</summary>
    public bool FromDraft { get; init; } = true;

    /// <summary>Whether the case starts as an intake that the office has just recorded.</summary>
    public bool FromIntake { get; init; }

    /// <summary>Whether the case was read from the archive: the first two questions answered jointly, the others not at all, a doubt, no number.</summary>
    public bool FromArchive { get; init; }

    public InquiryCase Start()
    {
        if (FromArchive) return Imported();
        if (FromIntake)
        {
            return InquiryCase.Of(Inquiry.RecordIntake(
                InquiryId.New(), WithCoAsker ? Texts.TwoGroups : Texts.OneGroup, Texts.Of(Questions), Texts.Receipt(Berlin.Day(Now)), On(City.Office)));
        }

        var inquiry = Inquiry.Draft(
            InquiryId.New(), WithCoAsker ? Texts.TwoGroups : Texts.OneGroup, Texts.Of(Questions), On(City.Asker));
        if (!FromDraft)
        {
            inquiry.Submit(On(City.Asker));
            inquiry.Register("1435/2025", On(City.Office));
        }

        return InquiryCase.Of(inquiry);
    }

    /// <summary>Rehydrates every aggregate from its evidence, as a repository does.</summary>
    public static InquiryCase Copy(InquiryCase @case) => new(
        Inquiry.Load(
            @case.Inquiry.Id, @case.Inquiry.Acts, 1, @case.Inquiry.Originators, @case.Inquiry.Text, @case.Inquiry.Receipts, @case.Inquiry.Archive, @case.Inquiry.Meetings),
        @case.Assignments.Select(assignment => Assignment.Load(
            assignment.Id, assignment.InquiryId, assignment.QuestionId, assignment.Department, assignment.Part, assignment.Note,
            assignment.Acts, 1, assignment.Contributions)),
        @case.Answers.Select(answer => Answer.Load(
            answer.Id, answer.InquiryId, answer.Department, answer.Covers, answer.Acts, 1, answer.Versions)),
        @case.Replies.Select(reply => Reply.Load(
            reply.Id, reply.InquiryId, reply.Ordinal, reply.Kind, reply.Revision, reply.Items, reply.Acts, 1, reply.Signature, reply.Letter)),
        InquiryPublication.Load(@case.Publication.InquiryId, @case.Publication.Targets, @case.Publication.Acts, 1),
        @case.Attachments.Select(attachment => Attachment.Load(
            attachment.Id, attachment.InquiryId, attachment.Holder, attachment.Title, attachment.FileSha256, attachment.Acts)),
        @case.Deadlines.Select(deadline => Deadline.Load(
            deadline.Id, deadline.InquiryId, deadline.Round, deadline.Pinned, deadline.Reasons, deadline.Acts, 1)));

    /// <summary>Everything anybody could try, whether it is allowed or not.</summary>
    public IEnumerable<Move> MovesIn(InquiryCase @case) =>
        [.. OnInquiry(@case), .. OnQuestions(@case), .. OnAssignments(@case), .. OnAnswers(@case), .. OnReplies(@case), .. OnPublication(@case)];

    private InquiryCase Imported()
    {
        var doubt = new ImportDoubt(1, ArchiveDoubtKind.JointAssumed, 0, 7, "Zu Frage 1 steht keine eigene Antwort.");
        var inquiry = Inquiry.Import(
            InquiryId.New(), Texts.OneGroup, Texts.Of(Questions), new ArchiveImport(null, null, null, [], [doubt]), On(City.Office));
        var @case = InquiryCase.Of(inquiry);
        @case.ImportReply(Reading, On(City.Office));
        return @case;
    }

    private static ReplyReading Reading => new(
        null, [new AnswerReading([1, 2], City.MainDepartment, "Ja.")], null,
        new ImportedLetter("Mainz", new DateOnly(2019, 3, 1), "Erika Muster", "Oberbürgermeisterin", Digest.OfText("letter"), IsPdf: true));

    private static Occasion On(Actor actor) => new(actor, Now);

    private static Move Of(Step step, Actor actor, string target, bool mayBeOpen, Action<InquiryCase, Occasion> act) =>
        new(step, actor, target, mayBeOpen, @case => act(@case, On(actor)));

    private IEnumerable<Move> OnInquiry(InquiryCase @case)
    {
        Move May(Step step, Actor actor, string target, Action<InquiryCase, Occasion> act) =>
            Of(step, actor, target, @case.Inquiry.Allows(step, actor), act);

        yield return May(Step.Revise, City.Asker, "inquiry", (c, by) => c.Inquiry.Revise(c.Inquiry.Originators, c.Inquiry.Text, by));
        yield return May(Step.Discard, City.Asker, "inquiry", (c, by) => c.Inquiry.Discard(by));
        yield return May(Step.Submit, City.Asker, "inquiry", (c, by) => c.Inquiry.Submit(by));
        yield return May(Step.Recall, City.Asker, "inquiry", (c, by) => c.Inquiry.Recall(by));
        yield return May(Step.Register, City.Office, "inquiry", (c, by) => c.Inquiry.Register("1435/2025", by));
        yield return May(Step.SettleDoubt, City.Office, "doubt", (c, by) => c.Inquiry.SettleDoubt(1, by));
        yield return May(Step.NumberImport, City.Office, "inquiry", (c, by) => c.NumberImport("0302/2019", by));
        yield return May(
            Step.ReviseImport, City.Office, "inquiry", (c, by) => c.ReviseImport(c.Inquiry.Originators, c.Inquiry.Text, null, null, [Reading], by));
        yield return May(
            Step.ReviseIntake, City.Office, "inquiry",
            (c, by) => c.Inquiry.ReviseIntake(
                c.Inquiry.Originators, c.Inquiry.Text with { Questions = Texts.Of(Questions).Questions }, c.Inquiry.ReceivedOn, IntakeChannel.Fax, by));
        yield return May(Step.DiscardIntake, City.Office, "inquiry", (c, by) => c.Inquiry.DiscardIntake("Doppelt erfasst.", by));
        if (WithSupplementary)
        {
            if (!@case.Inquiry.Text.Questions.Any(question => question.IsSupplementary))
            {
                yield return May(Step.AskSupplementary, City.Asker, "inquiry", (c, by) => c.AskSupplementary(c.Inquiry.Text.Questions[0].Id, "Und nun?", by));
            }

            yield return May(Step.AdmitSupplementary, City.Office, "inquiry", (c, by) => c.AdmitSupplementary(Scenario.Calendar, by));
        }

        if (Refers)
        {
            foreach (var actor in (Actor[])[City.Asker, City.Office]) yield return May(Step.ReferToEarlier, actor, "inquiry", (c, by) => c.Inquiry.ReferToEarlier(InquiryId.New(), by));
        }

        // Each time another meeting, as nothing else hangs on which it is.
        if (WithCoAsker) yield return May(Step.SetMeeting, City.Office, "inquiry", (c, by) => c.Inquiry.SetMeeting(new DateOnly(2025, 10, 1).AddDays(c.Inquiry.Meetings.Count), "Stadtrat", by));
        if (WithCoAsker) yield return May(Step.ConfirmCoAsking, City.CoAsker, "inquiry", (c, by) => c.Inquiry.ConfirmCoAsking(by));
    }

    private IEnumerable<Move> OnQuestions(InquiryCase @case)
    {
        Move May(Step step, Actor actor, string target, Action<InquiryCase, Occasion> act) => Of(
            step, actor, target,
            step is Step.Assign or Step.Reassign or Step.RequestContribution
                ? @case.Inquiry.State == InquiryState.Registered : @case.Inquiry.Allows(step, actor),
            act);

        foreach (var question in @case.Inquiry.Text.Questions)
        {
            var id = question.Id;
            var target = $"question {question.Ordinal}";
            yield return May(Step.RejectQuestion, City.Office, target, (c, by) => c.RejectQuestions([id], "Grund", by));
            yield return May(Step.ReinstateQuestion, City.Office, target, (c, by) => c.ReinstateQuestion(id, by));
            yield return May(Step.WithdrawQuestion, City.Asker, target, (c, by) => c.WithdrawQuestions([id], null, by));
            foreach (var lead in Leads)
            {
                yield return May(Step.Assign, City.Office, $"{target} to {Leads.ToList().IndexOf(lead)}", (c, by) => c.Route(id, lead, [], null, by));
                yield return May(
                    Step.Reassign, City.Office, $"{target} to {Leads.ToList().IndexOf(lead)}", (c, by) => c.Reassign(id, lead, "Grund", by));
            }

            if (Contributor is { } contributor && @case.LeadOf(id) is { } asking)
            {
                yield return May(
                    Step.RequestContribution, City.Staff(asking.Department), target, (c, by) => c.RequestContribution(id, contributor, null, by));
            }
        }
    }

    private IEnumerable<Move> OnAssignments(InquiryCase @case)
    {
        foreach (var assignment in @case.Assignments.Where(assignment => assignment.IsLive))
        {
            Move May(Step step, Actor actor, string target, Action<InquiryCase, Occasion> act) =>
                Of(step, actor, target, assignment.Allows(step, actor), act);

            var id = assignment.Id;
            var staff = City.Staff(assignment.Department);
            var target = $"{assignment.Part} of {Ordinals(@case, [assignment.QuestionId])}";
            yield return May(Step.Accept, staff, target, (c, by) => c.Accept(id, by));
            yield return May(Step.Decline, staff, target, (c, by) => c.Decline(id, new DeclineReason(DeclineCause.Other, "Grund"), by));
            // Each time on another day, which is all that it depends on.
            if (Reminds) yield return May(Step.Remind, City.Office, target, (c, by) => c.Assignment(id).Remind(by with { At = by.At.AddDays(c.Assignment(id).Acts.Count) }));
            if (Reminds) yield return May(Step.Escalate, City.Office, target, (c, by) => c.Assignment(id).Escalate(by));
            if (assignment.Part == AssignmentPart.Contributor)
            {
                yield return May(Step.SubmitContribution, staff, target, (c, by) => c.Assignment(id).Contribute("Zuarbeit", by));
                yield return May(Step.ReturnContribution, City.Office, target, (c, by) => c.Assignment(id).ReturnContribution("Grund", by));
                yield return May(Step.EndAssignment, City.Office, target, (c, by) => c.EndContribution(id, by));
            }
        }
    }

    private IEnumerable<Move> OnAnswers(InquiryCase @case)
    {
        foreach (var answer in @case.Answers.Where(answer => answer.State != AnswerState.Abandoned))
        {
            Move May(Step step, Actor actor, string target, Action<InquiryCase, Occasion> act) =>
                Of(step, actor, target, answer.Allows(step, actor), act);

            var id = answer.Id;
            var staff = City.Staff(answer.Department);
            var target = $"answer to {Ordinals(@case, answer.Covers)}";
            foreach (var author in HeadsWrite ? (Actor[])[staff, City.Head(answer.Department)] : [staff])
            {
                yield return May(Step.SaveAnswerVersion, author, target, (c, by) =>
                    c.SaveAnswerVersion(id, c.Answer(id).Versions.Count, AnswerKind.Own, null, $"Fassung {c.Answer(id).Versions.Count + 1}", by));
            }

            OrganizationId[] coSigning = [.. CoSignatures.CoSigners(answer.Department, Contributor is { } contributing ? [contributing] : [])];
            foreach (var organization in coSigning)
            {
                foreach (var head in HeadsWrite && organization == answer.Department ? (int[])[1, 2] : [1])
                {
                    yield return May(Step.CoSign, City.Head(organization, head), target, (c, by) => c.Answer(id).CoSign(c.Answer(id).Versions.Count, by));
                }

                yield return May(Step.ReturnForRedraft, City.Head(organization), target, (c, by) => c.ReturnAnswer(id, "Grund", by));
            }

            if (WithCorrections && answer.Covers.All(question => @case.Answers.Count(other => other.State == AnswerState.Issued && other.Covers.Contains(question)) < 2))
            {
                yield return May(Step.OrderCorrection, City.Office, target, (c, by) => c.OrderCorrection(id, "Grund", by));
                yield return May(Step.DropCorrection, City.Office, target, (c, by) => c.DropCorrection(id, "Grund", by));
            }

            yield return May(Step.SubmitForCoSignature, staff, target, (c, by) => c.SubmitForCoSignature(id, CoSignatures, by));
            yield return May(Step.ReturnForRedraft, City.Reviewer, target, (c, by) => c.ReturnAnswer(id, "Grund", by));
            foreach (var other in @case.Answers.Where(other => other.Id != id && other.State != AnswerState.Abandoned).Select(other => other.Id))
            {
                yield return May(
                    Step.JoinAnswers, staff, $"{target} with {Ordinals(@case, @case.Answer(other).Covers)}", (c, by) => c.JoinAnswers(id, other, by));
            }

            foreach (var question in answer.Covers.Where(_ => answer.Covers.Count > 1))
            {
                yield return May(Step.SplitAnswer, staff, $"{target} off {Ordinals(@case, [question])}", (c, by) => c.SplitAnswer(id, question, by));
            }
        }
    }

    private static IEnumerable<Move> OnReplies(InquiryCase @case)
    {
        yield return Of(Step.Compose, City.Office, "reply", @case.OpenReply is null, (c, by) => c.ComposeReply("Vorbemerkung", null, by));
        foreach (var reply in @case.Replies.Where(reply => reply.State is not (ReplyState.Annulled or ReplyState.Discarded)))
        {
            Move May(Step step, Actor actor, string target, Action<InquiryCase, Occasion> act) =>
                Of(step, actor, target, reply.Allows(step, actor), act);

            var id = reply.Id;
            yield return May(Step.ReviseReply, City.Office, "reply", (c, by) => c.ReviseReply(id, "Vorbemerkung", null, by));
            yield return May(Step.DiscardReply, City.Office, "reply", (c, by) => c.Reply(id).Discard(by));
            yield return May(Step.SubmitForReview, City.Office, "reply", (c, by) => c.SubmitReplyForReview(id, by));
            yield return May(Step.Approve, City.Reviewer, "reply", (c, by) => c.ApproveReply(id, c.Reply(id).ContentSha256, by));
            yield return May(Step.ReturnReply, City.Reviewer, "reply", (c, by) => c.Reply(id).Return("Grund", by));
            yield return May(Step.Sign, City.Mayor, "reply", (c, by) => c.SignReply(id, Texts.Signature(c.Reply(id), by), by));
            yield return May(Step.AnnulSignature, City.Mayor, "reply", (c, by) => c.AnnulSignature(id, "Grund", by));
            yield return May(Step.Deliver, City.Office, "reply", (c, by) => c.DeliverReply(id, by));
        }
    }

    private static IEnumerable<Move> OnPublication(InquiryCase @case)
    {
        var told = @case.Delivered.SelectMany(reply => reply.Entries).SelectMany(entry => entry.Questions)
            .Concat(@case.Delivered.SelectMany(reply => reply.Items.OfType<RejectedQuestion>()).Select(item => item.Question)).ToHashSet();
        yield return Of(Step.Publish, City.Publisher, "all", told.Count > 0, (c, by) => c.Publish(new PublicationChoice(told, true), by));
        yield return Of(
            Step.Publish, City.Publisher, "first", told.Count > 0,
            (c, by) => c.Publish(new PublicationChoice(new HashSet<QuestionId> { c.Inquiry.Text.Questions[0].Id }, false), by));
        if (@case.Publication.Acts.Count == 0) yield break;
        yield return Of(
            Step.Depublish, City.Office, "all", @case.Publication.Allows(Step.Depublish, City.Office),
            (c, by) => c.Publication.Depublish("Grund", by));
    }

    private static string Ordinals(InquiryCase @case, IEnumerable<QuestionId> questions) => string.Join('+', questions.Select(
        question => @case.Inquiry.Text.Questions.First(candidate => candidate.Id == question).Ordinal).Order());
}
