using Anfragen.Domain.Inquiries;

namespace Anfragen.Domain.Tests.Inquiries;

public sealed class ProgressTests
{
    [Theory]
    [InlineData(InquiryStatus.InProgress, QuestionStatus.Published, QuestionStatus.InProgress)]
    [InlineData(InquiryStatus.Registered, QuestionStatus.Approved, QuestionStatus.Unrouted)]
    [InlineData(InquiryStatus.InProgress, QuestionStatus.InReview, QuestionStatus.CoSigned)]
    [InlineData(InquiryStatus.Delivered, QuestionStatus.Published, QuestionStatus.Delivered)]
    public void The_weakest_question_decides(InquiryStatus expected, params QuestionStatus[] questions) =>
        Assert.Equal(expected, Progress.Of(InquiryState.Registered, questions));

    [Theory]
    [InlineData(InquiryStatus.Published, QuestionStatus.Published, QuestionStatus.Rejected)]
    [InlineData(InquiryStatus.Signed, QuestionStatus.Withdrawn, QuestionStatus.Signed)]
    public void Settled_questions_do_not_hold_back_the_others(InquiryStatus expected, params QuestionStatus[] questions) =>
        Assert.Equal(expected, Progress.Of(InquiryState.Registered, questions));

    [Theory]
    [InlineData(InquiryStatus.Rejected, QuestionStatus.Rejected, QuestionStatus.Rejected)]
    [InlineData(InquiryStatus.Withdrawn, QuestionStatus.Withdrawn, QuestionStatus.Withdrawn)]
    [InlineData(InquiryStatus.Rejected, QuestionStatus.Withdrawn, QuestionStatus.Rejected)]
    public void When_none_is_left_the_settlement_is_the_status(InquiryStatus expected, params QuestionStatus[] questions) =>
        Assert.Equal(expected, Progress.Of(InquiryState.Registered, questions));

    [Fact]
    public void Every_question_status_gives_the_inquiry_one()
    {
        foreach (var status in Enum.GetValues<QuestionStatus>())
        {
            Assert.True(Enum.IsDefined(Progress.Of(InquiryState.Registered, [status])));
        }
    }

    [Fact]
    public void A_discarded_draft_is_discarded() =>
        Assert.Equal(InquiryStatus.Discarded, Progress.Of(InquiryState.Discarded, [QuestionStatus.Draft]));

    [Fact]
    public void A_draft_without_questions_is_a_draft() => Assert.Equal(InquiryStatus.Draft, Progress.Of(InquiryState.Draft, []));
}
