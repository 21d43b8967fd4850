using Anfragen.Domain;
using Anfragen.Domain.Cases;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Cases;

/// <summary>Writes what is derived from a case for lists and inboxes: status of each question, work items.</summary>
internal sealed class CaseProjection(DbSession db)
{
    public async Task Write(InquiryCase @case, CancellationToken cancel)
    {
        var inquiry = @case.Inquiry.Id;
        await db.Execute("DELETE FROM question_statuses WHERE inquiry_id = @inquiry", new { inquiry }, cancel);
        await db.ExecuteEach(
            "INSERT INTO question_statuses (question_id, inquiry_id, status) VALUES (@question, @inquiry, @status)",
            @case.QuestionStatuses().Select(pair => new { question = pair.Key, inquiry, status = pair.Value }), cancel);

        await db.Execute("DELETE FROM work_items WHERE inquiry_id = @inquiry", new { inquiry }, cancel);
        await db.ExecuteEach(
            """
            INSERT INTO work_items (role, organization_id, kind, subject_id, inquiry_id, questions, since)
            VALUES (@role, @organization, @kind, @subject, @inquiry, @questions, @since)
            """,
            Work.Of(@case).Select(item => new
            {
                item.Role,
                organization = item.Organization ?? default,
                item.Kind,
                item.Subject,
                inquiry,
                questions = QuestionsOf(@case, item),
                item.Since,
            }),
            cancel);
    }

    private static string QuestionsOf(InquiryCase @case, WorkItem item)
    {
        var ids = @case.Answers.FirstOrDefault(answer => answer.Id.Value == item.Subject)?.Covers
            ?? (@case.Assignments.FirstOrDefault(assignment => assignment.Id.Value == item.Subject) is { } found ? [found.QuestionId] : []);
        return QuestionLabels.Of(@case, ids);
    }
}
