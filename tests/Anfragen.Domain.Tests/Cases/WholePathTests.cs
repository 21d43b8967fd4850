using Anfragen.Domain.Answers;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Council;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Tests.Support;

namespace Anfragen.Domain.Tests.Cases;

/// <summary>Inquiry 1435/2025 with its five questions from the faction's form to the published reply, and whose inbox holds what on the way.</summary>
public sealed class WholePathTests
{
    [Fact]
    public void At_every_stage_the_status_is_right_and_the_right_people_have_work()
    {
        var path = Scenario.Draft(5, withCoAsker: true);
        Stands(path, InquiryStatus.Draft, "FinishDraft: GroupMember SPD", "ConfirmCoAsking: GroupMember FDP");

        path.Do(@case => @case.Inquiry.Submit, City.Asker);
        Stands(path, InquiryStatus.Submitted, "ConfirmCoAsking: GroupMember FDP", "Admit: CouncilOffice");

        path.Do(@case => @case.Inquiry.ConfirmCoAsking, City.CoAsker);
        Stands(path, InquiryStatus.Submitted, "Admit: CouncilOffice");

        path.Do((@case, occasion) => @case.Inquiry.Register("1435/2025", occasion), City.Office);
        Stands(path, InquiryStatus.Registered, "Route: CouncilOffice");

        path.Route(1).Route(2).Route(3).Route(5);
        Stands(path, InquiryStatus.Registered, ["Route: CouncilOffice", .. Times(4, "React: DepartmentStaff Hauptamt")]);

        path.Route(4, City.FundingDirectorate, City.CitizensDepartment, City.MainDepartment);
        Stands(path, InquiryStatus.InProgress, [.. Times(5, "React: DepartmentStaff Hauptamt"), "React: DepartmentStaff Fördermitteldezernat", "React: DepartmentStaff Amt 33"]);

        path.Decline(5);
        Stands(path, InquiryStatus.Registered, ["Route: CouncilOffice",
            .. Times(4, "React: DepartmentStaff Hauptamt"), "React: DepartmentStaff Fördermitteldezernat", "React: DepartmentStaff Amt 33"]);

        path.Route(5).Accept(1).Accept(2).Accept(3).Accept(4).Accept(5);
        Stands(path, InquiryStatus.InProgress, [.. Times(4, "Draft: DepartmentStaff Hauptamt"), "Draft: DepartmentStaff Fördermitteldezernat",
            "React: DepartmentStaff Hauptamt", "React: DepartmentStaff Amt 33"]);

        foreach (var contribution in path.Case.OutstandingContributions(path.AnswerTo(4)).ToList())
        {
            path.Do((@case, occasion) => @case.Accept(contribution.Id, occasion), City.Staff(contribution.Department));
        }

        Stands(path, InquiryStatus.InProgress, [.. Times(4, "Draft: DepartmentStaff Hauptamt"), "Draft: DepartmentStaff Fördermitteldezernat",
            "Contribute: DepartmentStaff Hauptamt", "Contribute: DepartmentStaff Amt 33"]);

        foreach (var contribution in path.Case.OutstandingContributions(path.AnswerTo(4)).ToList())
        {
            path.Do((_, occasion) => contribution.Contribute("Zuarbeit.", occasion), City.Staff(contribution.Department));
        }

        path.Write(1).SubmitAnswer(1);
        Stands(path, InquiryStatus.InProgress, ["CoSign: HeadOfDepartment Hauptamt", .. Times(3, "Draft: DepartmentStaff Hauptamt"), "Draft: DepartmentStaff Fördermitteldezernat"]);

        path.ReturnAnswer(1, City.Head(City.MainDepartment));
        Assert.Equal(QuestionStatus.Returned, path.Case.QuestionStatuses()[path.Question(1)]);
        Stands(path, InquiryStatus.InProgress, ["Redraft: DepartmentStaff Hauptamt", .. Times(3, "Draft: DepartmentStaff Hauptamt"), "Draft: DepartmentStaff Fördermitteldezernat"]);

        path.Answer(1, "Besser.").Answer(2).Answer(3).Answer(4);
        Stands(path, InquiryStatus.InProgress, "Draft: DepartmentStaff Hauptamt");

        path.Answer(5);
        Stands(path, InquiryStatus.InProgress, "Compose: CouncilOffice");

        path.Compose("Vorbemerkung.");
        Stands(path, InquiryStatus.InProgress, "SendToReview: CouncilOffice");

        path.SubmitReply();
        Stands(path, InquiryStatus.InReview, "Review: MayorsOffice");

        path.ReturnAnswer(3);
        Assert.Equal(QuestionStatus.Returned, path.Case.QuestionStatuses()[path.Question(3)]);
        Assert.Equal(QuestionStatus.CoSigned, path.Case.QuestionStatuses()[path.Question(1)]);
        Stands(path, InquiryStatus.InProgress, "Redraft: DepartmentStaff Hauptamt");

        path.Write(3, "Genauer.");
        Stands(path, InquiryStatus.InProgress, "Draft: DepartmentStaff Hauptamt");

        path.SubmitAnswer(3).CoSign(3);
        Stands(path, InquiryStatus.InProgress, "SendToReview: CouncilOffice");

        path.Revise("Vorbemerkung.").SubmitReply();
        Stands(path, InquiryStatus.InReview, "Review: MayorsOffice");

        path.Approve();
        Stands(path, InquiryStatus.Approved, "Sign: MayorsOffice");

        path.Sign();
        Stands(path, InquiryStatus.Signed, "Deliver: CouncilOffice");

        path.Deliver();
        Assert.All(path.Case.Answers, answer => Assert.Equal(AnswerState.Issued, answer.State));
        Assert.DoesNotContain(path.Case.Assignments, assignment => assignment.IsLive);
        Stands(path, InquiryStatus.Delivered, "Publish: CouncilOffice");

        path.Publish(true, 1, 2, 3, 4, 5);
        Stands(path, InquiryStatus.Published);
    }

    [Fact]
    public void After_a_reassignment_only_the_reaction_is_asked_for()
    {
        var path = Scenario.Accepted(1).Write(1).Reassign(1, City.FundingDirectorate);
        Stands(path, InquiryStatus.InProgress, "React: DepartmentStaff Fördermitteldezernat");

        path.Decline(1);
        Stands(path, InquiryStatus.Registered, "Route: CouncilOffice");
    }

    [Fact]
    public void After_an_annulled_signature_the_reply_is_composed_anew() =>
        Stands(Scenario.Signed().Annul(), InquiryStatus.InProgress, "Compose: CouncilOffice");

    [Fact]
    public void A_composed_reply_waits_until_every_question_split_off_is_answered_again()
    {
        var path = Scenario.Accepted().Join(1, 2).Answer(1).Compose().SubmitReply().ReturnAnswer(1).Write(1).Split(2).Answer(1);
        Stands(path, InquiryStatus.InProgress, "Draft: DepartmentStaff Hauptamt");

        path.Answer(2);
        Stands(path, InquiryStatus.InProgress, "SendToReview: CouncilOffice");
    }

    [Fact]
    public void A_supplement_is_published_too()
    {
        var path = Scenario.Accepted().Answer(1).Compose().SubmitReply().Approve().Sign().Deliver().Publish(true, 1);
        Stands(path, InquiryStatus.InProgress, "Draft: DepartmentStaff Hauptamt");

        path.Answer(2).Compose().SubmitReply().Approve().Sign().Deliver();
        Stands(path, InquiryStatus.Delivered, "Publish: CouncilOffice");
    }

    private static void Stands(Scenario path, InquiryStatus status, params string[] work)
    {
        Assert.Equal(status, path.Case.Status());
        Assert.Equal(work.Order(StringComparer.Ordinal), Work.Of(path.Case).Select(Shown).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Times(int count, string work) => Enumerable.Repeat(work, count);

    private static string Shown(WorkItem item) => $"{item.Kind}: {item.Role} {Name(item.Organization)}".TrimEnd();

    private static string Name(OrganizationId? organization) => organization switch
    {
        null => "",
        var id when id == City.Group => "SPD",
        var id when id == City.OtherGroup => "FDP",
        var id when id == City.MainDepartment => "Hauptamt",
        var id when id == City.FundingDirectorate => "Fördermitteldezernat",
        var id when id == City.CitizensDepartment => "Amt 33",
        var id => id.Value.ToString(),
    };
}
