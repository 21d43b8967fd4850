using System.Text;
using Anfragen.Domain.Answers;
using Anfragen.Domain.Assignments;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Publication;
using Anfragen.Domain.Replies;
using Anfragen.Domain.Tests.Support;

namespace Anfragen.Domain.Tests.Exploration;

/// <summary>
/// All of a case that decides what can happen next, without what only counts up (versions, acts, ended things). Two cases with one key
/// are one state; a test of the exploration checks that they really allow the same.
/// </summary>
internal static class StateKey
{
    public static string Of(InquiryCase @case, World world)
    {
        var key = new StringBuilder();
        var questions = @case.Inquiry.Text.Questions.Select((question, index) => (question.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        var leads = world.Leads.Select((lead, index) => (lead, index)).ToDictionary(pair => pair.lead, pair => pair.index);

        key.Append(@case.Inquiry.AdmittedRound);
        key.Append(@case.Inquiry.OpenDoubts.Count()).Append(@case.Inquiry.Number is null ? '-' : 'n');
        key.Append(@case.Inquiry.State).Append(@case.Inquiry.HasConfirmed(City.OtherGroup) ? "+" : "")
            .Append(@case.Inquiry.IsIntake ? "i" : "").Append(@case.Inquiry.IsSplitChecked ? "" : "?");
        foreach (var question in questions.Keys)
        {
            key.Append('|').Append(@case.Inquiry.SettlementOf(question));
            if (@case.LeadOf(question) is { } lead) key.Append(' ').Append(leads[lead.Department]).Append(lead.State).Append(Reminded(lead));
            foreach (var contribution in @case.Assignments.Where(assignment =>
                assignment.QuestionId == question && assignment.Part == AssignmentPart.Contributor && assignment.IsLive))
            {
                key.Append(" c").Append(contribution.State).Append(Reminded(contribution));
            }
        }

        foreach (var answer in @case.Answers.Where(answer => answer.State != AnswerState.Abandoned)
            .OrderBy(answer => Covered(answer.Covers, questions), StringComparer.Ordinal).ThenBy(answer => answer.State).ThenBy(@case.IsBeingCorrected))
        {
            key.Append("|a").Append(Covered(answer.Covers, questions)).Append(answer.State);
            if (@case.IsBeingCorrected(answer)) key.Append('!');
            if (world.CoSignatures.Stages.Count > 1) key.AppendJoin(',', answer.CoSignatures.Select(signature => signature.Given is null ? '-' : '+'));
            if (answer.IsOpen) key.Append(leads[answer.Department]).Append(answer.Latest is null ? "" : "t");
            if (answer.IsOpen && world.HeadsWrite)
            {
                foreach (var lead in world.Leads) key.Append(answer.WasWrittenBy(City.Head(lead)) ? 'w' : '-');
            }
        }

        foreach (var reply in @case.Replies.Where(reply => reply.IsOpen || reply.State == ReplyState.Signed))
        {
            key.Append("|r").Append(reply.State).Append(reply.Kind);
            foreach (var entry in reply.Entries)
            {
                // What the answer covers now tells which one of those split or joined since it is; one that ended covers nothing.
                var answer = @case.Answer(entry.Answer);
                key.Append(' ').Append(Covered(entry.Questions, questions))
                    .Append(entry.AnswerVersion == answer.Latest!.No ? '=' : '<')
                    .Append(Covered(answer.Covers, questions));
            }

            key.Append(" -").Append(Covered(reply.Items.OfType<RejectedQuestion>().Select(item => item.Question), questions));
        }

        key.Append("|d").Append(@case.Delivered.Count > 0 ? '1' : '0')
            .Append(Covered(@case.Delivered.SelectMany(reply => reply.Items.OfType<RejectedQuestion>()).Select(item => item.Question), questions));
        // Which questions share a delivered reply decides what can be published with its file.
        foreach (var reply in @case.Delivered) key.Append(' ').Append(Covered(reply.Entries.SelectMany(entry => entry.Questions), questions));
        if (@case.Publication.Acts.Count > 0) key.Append("|p").Append(@case.Publication.State);
        key.Append(Covered(
            @case.Publication.Targets.Where(target => target.Kind == PublishedKind.Question).Select(target => QuestionId.From(target.Id)), questions));
        return key.Append(@case.Publication.Targets.Any(target => target.Kind == PublishedKind.File) ? 'f' : ' ').ToString();
    }

    private static string Reminded(Assignment assignment) => assignment is { State: AssignmentState.Offered, EscalatedAt: not null } ? "!" : "";

    private static string Covered(IEnumerable<QuestionId> covered, Dictionary<QuestionId, int> questions) =>
        string.Concat(covered.Select(question => questions[question]).Order());
}
