using Anfragen.Application.Inquiries;
using Anfragen.Application.Tests.Cases;
using Anfragen.Application.Tests.Database;
using Anfragen.Domain;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Common;

public sealed class SubmissionTests
{
    [Theory, Databases]
    public async Task A_form_sent_again_gets_the_first_result(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var form = new CasePlayer(app).Form("Radwege", "Wie viele?") with { SubmissionKey = Guid.CreateVersion7() };

        var first = await app.As(SpdMember, form);
        var again = await app.As(SpdMember, form with { Questions = [.. form.Questions] });

        Assert.Equal(first, again);
        Assert.Single((await app.As(SpdMember, new ListInquiries())).Items);
    }

    [Theory, Databases]
    public async Task A_key_used_again_with_other_content_is_refused_and_a_fresh_one_is_not(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var form = new CasePlayer(app).Form("Radwege", "Wie viele?") with { SubmissionKey = Guid.CreateVersion7() };
        var first = await app.As(SpdMember, form);
        var changed = form with { Questions = [new QuestionLine { Text = "Wie breit?" }] };

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => app.As(SpdMember, changed));

        Assert.Equal(CommonRules.FormIsSentOnce, refused.Rule);
        Assert.Single((await app.As(SpdMember, new ListInquiries())).Items);
        Assert.NotEqual(first, await app.As(SpdMember, changed with { SubmissionKey = Guid.CreateVersion7() }));
    }

    [Theory, Databases]
    public async Task A_key_used_again_for_another_use_case_is_refused(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var form = new CasePlayer(app).Form("Radwege", "Wie viele?") with { SubmissionKey = Guid.CreateVersion7() };
        await app.As(SpdMember, new SaveInquiryDraft { SubmissionKey = form.SubmissionKey, Subject = form.Subject, Group = form.Group, Questions = form.Questions });

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => app.As(SpdMember, form));

        Assert.Equal(CommonRules.FormIsSentOnce, refused.Rule);
    }
}
