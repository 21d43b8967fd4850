using Anfragen.Application.Deadlines;
using Anfragen.Domain;
using Anfragen.Domain.Calendar;
using Anfragen.Domain.Cases;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Cases;

/// <summary>Writes what is derived from a case for lists and inboxes: status of each question, work items with the day they are due.</summary>
internal sealed class CaseProjection(DbSession db, ICityRules rules)
{
    public async Task Write(InquiryCase @case, CancellationToken cancel)
    {
        var inquiry = @case.Inquiry.Id;
        await db.Execute("DELETE FROM question_statuses WHERE inquiry_id = @inquiry", new { inquiry }, cancel);
        await db.ExecuteEach(
            "INSERT INTO question_statuses (question_id, inquiry_id, status) VALUES (@question, @inquiry, @status)",
            @case.QuestionStatuses().Select(pair => new { question = pair.Key, inquiry, status = pair.Value }), cancel);

        var calendar = @case.Deadline is { DueOn: not null, IsStopped: false } clock ? (await rules.On(clock.Acts[^1].Occasion.Day, cancel)).Calendar : null;
        await db.Execute("DELETE FROM work_items WHERE inquiry_id = @inquiry", new { inquiry }, cancel);
        await db.ExecuteEach(
            """
            INSERT INTO work_items (role, organization_id, kind, subject_id, inquiry_id, questions, since, due_on, order_on)
            VALUES (@role, @organization, @kind, @subject, @inquiry, @questions, @since, @due_on, @order_on)
            """,
            Work.Of(@case).Select(item => RowOf(@case, item, calendar)), cancel);
    }

    private static object RowOf(InquiryCase @case, WorkItem item, OfficeCalendar? calendar)
    {
        var promised = item.Kind == WorkKind.KeepPromise ? @case.Promise(new PromiseId(item.Subject)).DueOn : (DateOnly?)null;
        var dueOn = promised ?? (calendar is null ? null : DueOn(@case, item.Kind, calendar));
        return new
        {
            item.Role,
            organization = item.Organization ?? default,
            item.Kind,
            item.Subject,
            inquiry = @case.Inquiry.Id,
            questions = QuestionsOf(@case, item),
            item.Since,
            dueOn,
            orderOn = promised ?? (@case.Deadline is { MetOn: null } clock ? OrderOn(dueOn ?? clock.DueOn, clock.OverdueSince) : DateOnly.MaxValue),
        };
    }

    // What is late stays in front, also when its date was moved on afterwards. What is left once the answer is given has no date any more.
    private static DateOnly OrderOn(DateOnly? dueOn, DateOnly? overdueSince) => new[] { dueOn, overdueSince, DateOnly.MaxValue }.Min()!.Value;

    private static DateOnly? DueOn(InquiryCase @case, WorkKind kind, OfficeCalendar calendar) => kind switch
    {
        // Publishing comes after the answer, which is what the deadline is about.
        WorkKind.Publish => null,
        _ when Work.StageOf(kind) is { } stage => @case.Deadline!.DueFor(stage, calendar),
        _ => @case.Deadline!.DueOn,
    };

    private static string QuestionsOf(InquiryCase @case, WorkItem item)
    {
        var ids = @case.Answers.FirstOrDefault(answer => answer.Id.Value == item.Subject)?.Covers
            ?? @case.Promises.Where(promise => promise.Id.Value == item.Subject).Select(promise => @case.Answer(promise.AnswerId).Covers).FirstOrDefault()
            ?? (@case.Assignments.FirstOrDefault(assignment => assignment.Id.Value == item.Subject) is { } found ? [found.QuestionId] : []);
        return QuestionLabels.Of(@case, ids);
    }
}
