using Anfragen.Application;
using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Domain.Replies;
using Anfragen.Infrastructure.Cases;
using Anfragen.Infrastructure.Council;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Replies;

internal sealed class GetReplyHandler(CaseViews views, DbSession db, ICurrentUser user, IAnswerMarkdown markdown, IReplySeal seal, TimeProvider clock)
    : IRequestHandler<GetReply, ReplyPage>
{
    private const string SelectSignatories = $"""
        SELECT place, name, office, is_deputy FROM signatories
        WHERE {Today.IsValid}
        ORDER BY is_deputy, CASE WHEN valid_from IS NULL THEN 1 ELSE 0 END, valid_from DESC, id
        """;

    public async Task<ReplyPage> Handle(GetReply query, CancellationToken cancel)
    {
        var view = await views.LoadBy("SELECT inquiry_id FROM replies WHERE id = @id", new { query.Id }, cancel);
        var reply = view.Case.Reply(query.Id);
        if (!views.MaySee(reply)) throw new NotFound();

        var now = clock.GetUtcNow();
        var today = Berlin.Day(now);
        var open = OpenSteps.Of(user, reply);
        return new ReplyPage
        {
            Id = reply.Id,
            Inquiry = view.Details,
            Kind = reply.Kind,
            State = reply.State,
            Revision = reply.Revision,
            ContentSha256 = reply.ContentSha256,
            AskersGenitive = GermanList.And(view.Case.Inquiry.ConfirmedOriginators.Select(asker => asker.Genitive)),
            AskersShort = string.Join(", ", view.Case.Inquiry.ConfirmedOriginators.Select(asker => asker.Short).Where(name => name.Length > 0).Distinct()),
            Preliminary = reply.Items.OfType<PreliminaryRemark>().FirstOrDefault()?.Markdown,
            Closing = reply.Items.OfType<ClosingRemark>().FirstOrDefault()?.Markdown,
            Parts = [.. reply.Items.Select(item => Part(view, item, reply.Signature?.At ?? now))],
            ReturnReason = reply.ReturnReason,
            IsOutdated = reply.IsOpen && IsOutdated(view, reply),
            Signature = reply.Signature,
            Letter = reply.Letter,
            SignedBy = views.IsInside && reply.Signature is { } signature ? view.Names[signature.By] : null,
            Today = today,
            Signatories = await db.List<Signatory>(SelectSignatories, new { today }, cancel),
            Seal = open.Contains(Step.Sign) ? seal.Plan(now) : null,
            Open = open,
        };
    }

    // Who answered is named as on the day of the signature, once there is one.
    private ReplyPart Part(CaseView view, ReplyItem item, DateTimeOffset at) => item switch
    {
        PreliminaryRemark remark => new ReplyPart([], markdown.ToHtml(remark.Markdown, 4)),
        ClosingRemark remark => new ReplyPart([], markdown.ToHtml(remark.Markdown, 4)),
        RejectedQuestion rejected => new ReplyPart(
            [.. view.Details.Questions.Where(question => question.Question.Id == rejected.Question)], markdown.ToHtml(rejected.Reason, 4))
        { IsRejected = true },
        AnswerEntry entry => Entry(view, entry, at),
        _ => throw new InvalidOperationException($"No page shows {item.GetType().Name}."),
    };

    private ReplyPart Entry(CaseView view, AnswerEntry entry, DateTimeOffset at)
    {
        var answer = view.Case.Answer(entry.Answer);
        var version = answer.Versions[entry.AnswerVersion - 1];
        return new ReplyPart(
            [.. view.Details.Questions.Where(question => entry.Questions.Contains(question.Question.Id))],
            markdown.ToHtml(version.Markdown, 4))
        {
            InNameOf = version.InNameOf,
            Source = views.IsInside ? new AnswerSource(entry.Answer, entry.AnswerVersion, view.Names[answer.Department, at]) : null,
        };
    }

    private static bool IsOutdated(CaseView view, Reply reply)
    {
        var (_, items) = ReplyComposition.Of(
            view.Case.Inquiry, view.Case.Answers, view.Case.Delivered,
            reply.Items.OfType<PreliminaryRemark>().FirstOrDefault()?.Markdown, reply.Items.OfType<ClosingRemark>().FirstOrDefault()?.Markdown);
        return reply.ContentSha256 != Reply.ContentSha256Of(items);
    }
}
