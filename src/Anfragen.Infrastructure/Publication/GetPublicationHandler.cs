using Anfragen.Application;
using Anfragen.Application.Portal;
using Anfragen.Application.Publication;
using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Domain.Publication;
using Anfragen.Infrastructure.Attachments;
using Anfragen.Infrastructure.Cases;
using Anfragen.Infrastructure.Portal;
using MediatR;

namespace Anfragen.Infrastructure.Publication;

internal sealed class GetPublicationHandler(CaseViews views, PublicPages pages, AttachmentReader attachments, IAnswerMarkdown markdown, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<GetPublication, PublicationDetails>
{
    public async Task<PublicationDetails> Handle(GetPublication query, CancellationToken cancel)
    {
        var view = await views.Load(query.Id, cancel);
        var delivered = view.Case.Delivered;
        if (delivered.Count == 0) throw new NotFound();
        PublicationRules.DoubtsAreSettled.BrokenIf(view.Case.Inquiry.OpenDoubts.Any());
        PublicationRules.HasNumber.BrokenIf(view.Case.Inquiry.Number is null);

        var told = delivered.SelectMany(reply => reply.Questions).ToHashSet();
        var chosen = (query.Questions ?? [.. told]).Where(told.Contains).ToHashSet();
        var preview = chosen.Count == 0
            ? null
            : await pages.Of(view.Case, new PublicationChoice(chosen, query.WithFile) { Attachments = query.Attachments.ToHashSet() }, Berlin.Day(clock.GetUtcNow()), cancel);
        return new PublicationDetails(
            view.Details,
            [.. view.Details.Questions.Where(details => told.Contains(details.Question.Id))],
            await attachments.Of(view, attachment => view.Case.CanPublish(attachment.Holder), cancel),
            preview is null ? null : PublishedPage.Of(preview, text => markdown.ToHtml(text, 5)),
            preview?.PdfSha256 is { } sha256 ? delivered.Last(reply => reply.PdfSha256 == sha256).Id : null,
            delivered.Any(reply => reply.WasSignedBy(user.As(Permission.PublishInquiries))),
            delivered.All(reply => reply.PdfSha256 is not null));
    }
}
