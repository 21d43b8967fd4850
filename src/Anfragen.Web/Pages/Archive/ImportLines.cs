using Anfragen.Application.Archive;
using Anfragen.Web.Pages.Inquiries;

namespace Anfragen.Web.Pages.Archive;

/// <summary>The lines of the form in which an old case is corrected: room for more, and the tree rearranged.</summary>
public static class ImportLines
{
    /// <summary>With an empty line after the askers and after the answers of each letter, so that one more can be written without a script.</summary>
    public static SettleImport WithRoom(SettleImport form) => form with
    {
        Askers = [.. form.Askers, new AskerLine()],
        Replies = [.. form.Replies.Select(reply => reply with
        {
            Answers = [.. reply.Answers, new AnswerLine { Department = reply.Answers.Count > 0 ? reply.Answers[^1].Department : default }],
        })],
    };

    /// <summary>Does what a button of a question's line says; a new line gets a key of its own, so that the ticks of the answers stay with their questions.</summary>
    public static SettleImport Arrange(SettleImport form, string step)
    {
        var next = form.Questions.Select(line => line.Key).DefaultIfEmpty().Max();
        return form with { Questions = [.. InquiryDraft.Arrange(form.Questions, step).Select(line => line.Key > 0 ? line : line with { Key = ++next })] };
    }
}
