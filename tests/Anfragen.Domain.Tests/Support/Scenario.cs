using Anfragen.Domain.Answers;
using Anfragen.Domain.Assignments;
using Anfragen.Domain.Calendar;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Deadlines;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Publication;
using Anfragen.Domain.Replies;

namespace Anfragen.Domain.Tests.Support;

/// <summary>A case driven step by step by those who would do it; questions are counted from 1 as on paper. Every step takes a minute.</summary>
internal sealed class Scenario
{
    private static readonly DateTimeOffset Start = new(2025, 10, 1, 8, 0, 0, TimeSpan.Zero);

    private DateTimeOffset _now = Start;

    private Scenario(int questions, bool withCoAsker)
    {
        var text = Texts.Of(questions);
        Case = InquiryCase.Of(Inquiry.Draft(
            InquiryId.New(), withCoAsker ? Texts.TwoGroups : Texts.OneGroup, text, By(City.Asker)));
    }

    public InquiryCase Case { get; }

    /// <summary>The office's calendar.</summary>
    public static readonly OfficeCalendar Calendar = new(Domain.Calendar.Land.RP);

    public DateOnly Today => Berlin.Day(_now);

    public static Scenario Draft(int questions = 2, bool withCoAsker = false) => new(questions, withCoAsker);

    public static Scenario Submitted(int questions = 2, bool withCoAsker = false) =>
        Draft(questions, withCoAsker).Do(@case => @case.Inquiry.Submit, City.Asker);

    public static Scenario Registered(int questions = 2) =>
        Submitted(questions).Do((@case, occasion) => @case.Inquiry.Register("1435/2025", occasion), City.Office);

    /// <summary>All questions accepted by the main department.</summary>
    public static Scenario Accepted(int questions = 2)
    {
        var scenario = Registered(questions);
        for (var number = 1; number <= questions; number++) scenario.Route(number).Accept(number);
        return scenario;
    }

    /// <summary>All questions answered and co-signed.</summary>
    public static Scenario CoSigned(int questions = 2)
    {
        var scenario = Accepted(questions);
        for (var number = 1; number <= questions; number++) scenario.Answer(number);
        return scenario;
    }

    public static Scenario Approved(int questions = 2) => CoSigned(questions).Compose().SubmitReply().Approve();

    public static Scenario Signed(int questions = 2) => Approved(questions).Sign();

    public static Scenario Delivered(int questions = 2) => Signed(questions).Deliver();

    public Occasion By(Actor actor)
    {
        _now = _now.AddMinutes(1);
        return new Occasion(actor, _now);
    }

    public Scenario Do(Action<InquiryCase, Occasion> step, Actor actor)
    {
        step(Case, By(actor));
        return this;
    }

    public Scenario Do(Func<InquiryCase, Action<Occasion>> step, Actor actor) => Do((@case, occasion) => step(@case)(occasion), actor);

    /// <summary>Registered with a rule, so that a clock runs.</summary>
    public static Scenario OnTheClock(DeadlineRule rule, int questions = 2) => Submitted(questions).Do(
        (@case, occasion) => @case.Register("1435/2025", new PinnedRule("Mainz", rule), Calendar, occasion), City.Office);

    /// <summary>Lets days pass.</summary>
    public Scenario Wait(int days)
    {
        _now = _now.AddDays(days);
        return this;
    }

    /// <summary>Lets time pass until that day.</summary>
    public Scenario WaitUntil(DateOnly day) => Wait(day.DayNumber - Today.DayNumber);

    public Deadline Clock => Case.Deadline ?? throw new InvalidOperationException("No clock runs.");

    public Scenario Establish(DateOnly due) => Do((@case, occasion) => @case.EstablishDueDate(due, "Mit der Fraktion vereinbart.", occasion), City.Office);

    public Scenario Extend(DateOnly to) => Do((@case, occasion) => @case.ExtendDeadline(to, "Zuarbeit steht aus.", Calendar, occasion), City.Office);

    public Scenario Stop() => Do((@case, occasion) => @case.StopClock("Die Fraktion klärt, was gemeint ist.", occasion), City.Office);

    public Scenario Restart() => Do((@case, occasion) => @case.RestartClock(null, Calendar, occasion), City.Office);

    public Scenario SendInterim(DateOnly expectedOn) =>
        Do((@case, occasion) => @case.SendInterimReply(expectedOn, "Zahlen eines Dritten fehlen.", occasion), City.Office);

    public QuestionId Question(int number) => Case.Inquiry.Text.Questions[number - 1].Id;

    public Assignment Lead(int number) =>
        Case.LeadOf(Question(number)) ?? throw new InvalidOperationException($"Nobody leads question {number}.");

    public Assignment Contribution(int number) =>
        Case.Assignments.Last(assignment => assignment.QuestionId == Question(number) && assignment.Part == AssignmentPart.Contributor);

    /// <summary>The answer that covers the question now.</summary>
    public Answer AnswerTo(int number) =>
        Case.Answers.Last(answer => answer.State != AnswerState.Abandoned && answer.Covers.Contains(Question(number)));

    public Reply Reply => Case.Replies[^1];

    public Scenario Route(int number, OrganizationId? lead = null, params OrganizationId[] contributors) =>
        Do((@case, occasion) => @case.Route(Question(number), lead ?? City.MainDepartment, contributors, null, occasion), City.Office);

    public Scenario Accept(int number) =>
        Do((@case, occasion) => @case.Accept(Lead(number).Id, occasion), City.Staff(Lead(number).Department));

    public Scenario Decline(int number) =>
        Do((@case, occasion) => @case.Decline(Lead(number).Id, new DeclineReason(DeclineCause.NotCompetent), occasion), City.Staff(Lead(number).Department));

    public Scenario Reassign(int number, OrganizationId department) =>
        Do((@case, occasion) => @case.Reassign(Question(number), department, "Andere Federführung.", occasion), City.Office);

    public Scenario Write(int number, string markdown = "Ja.", Actor? author = null)
    {
        var answer = AnswerTo(number);
        return Do(
            (@case, occasion) => @case.SaveAnswerVersion(answer.Id, answer.Versions.Count, AnswerKind.Own, null, markdown, occasion),
            author ?? City.Staff(answer.Department));
    }

    public Scenario SubmitAnswer(int number, CoSignatureRule? rule = null) =>
        Do((@case, occasion) => @case.SubmitForCoSignature(AnswerTo(number).Id, rule ?? CoSignatureRule.HeadOfDepartment, occasion), City.Staff(AnswerTo(number).Department));

    public Scenario CoSign(int number, Actor? head = null) =>
        Do((_, occasion) => AnswerTo(number).CoSign(AnswerTo(number).Versions.Count, occasion), head ?? City.Head(AnswerTo(number).Department));

    /// <summary>Writes, submits and co-signs.</summary>
    public Scenario Answer(int number, string markdown = "Ja.") => Write(number, markdown).SubmitAnswer(number).CoSign(number);

    public Scenario ReturnAnswer(int number, Actor? by = null) =>
        Do((@case, occasion) => @case.ReturnAnswer(AnswerTo(number).Id, "Bitte genauer.", occasion), by ?? City.Reviewer);

    public Scenario Join(int into, int other) =>
        Do((@case, occasion) => @case.JoinAnswers(AnswerTo(into).Id, AnswerTo(other).Id, occasion), City.Staff(AnswerTo(into).Department));

    public Scenario Split(int number) =>
        Do((@case, occasion) => @case.SplitAnswer(AnswerTo(number).Id, Question(number), occasion), City.Staff(AnswerTo(number).Department));

    public Scenario Reject(params int[] numbers) => Do(
        (@case, occasion) => @case.RejectQuestions(numbers.Select(Question), "Kein Gegenstand der Selbstverwaltung.", occasion), City.Office);

    public Scenario Reinstate(int number) => Do((@case, occasion) => @case.ReinstateQuestion(Question(number), occasion), City.Office);

    public Scenario Withdraw(params int[] numbers) =>
        Do((@case, occasion) => @case.WithdrawQuestions(numbers.Select(Question), null, occasion), City.Asker);

    public Scenario Compose(string? preliminary = null, string? closing = null) =>
        Do((@case, occasion) => @case.ComposeReply(preliminary, closing, occasion), City.Office);

    public Scenario Revise(string? preliminary = null, string? closing = null) =>
        Do((@case, occasion) => @case.ReviseReply(Reply.Id, preliminary, closing, occasion), City.Office);

    public Scenario SubmitReply() => Do((@case, occasion) => @case.SubmitReplyForReview(Reply.Id, occasion), City.Office);

    public Scenario Approve(Actor? by = null) =>
        Do((@case, occasion) => @case.ApproveReply(Reply.Id, Reply.ContentSha256, occasion), by ?? City.Reviewer);

    public Scenario Sign(Actor? by = null, DateOnly? on = null) => Do(
        (@case, occasion) => @case.SignReply(Reply.Id, Texts.Signature(Reply, occasion, on), occasion), by ?? City.Mayor);

    public Scenario Annul() => Do((@case, occasion) => @case.AnnulSignature(Reply.Id, "Falsches Datum.", occasion), City.Mayor);

    public Scenario Deliver() => Do((@case, occasion) => @case.DeliverReply(Reply.Id, occasion), City.Office);

    public Scenario Publish(bool withFile, params int[] numbers) => PublishBy(City.Publisher, withFile, numbers);

    public Scenario PublishBy(Actor by, bool withFile, params int[] numbers) =>
        Do((@case, occasion) => @case.Publish(new PublicationChoice(numbers.Select(Question).ToHashSet(), withFile), occasion), by);

    public Scenario Depublish() => Do((@case, occasion) => @case.Publication.Depublish("Personenbezogene Daten.", occasion), City.Office);
}
