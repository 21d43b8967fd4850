using Anfragen.Application;
using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Numbers;
using Anfragen.Infrastructure.Cases;

namespace Anfragen.Infrastructure.Replies;

/// <summary>The files of notices: made each time from what the person may see anyway.</summary>
internal sealed class NoticeFiles(CaseViews views, ILetterheads letterheads, IReplyRenderer renderer)
{
    /// <exception cref="NotFound">The inquiry is not to be seen, or has no such notice.</exception>
    public async Task<ReplyFile> Of(InquiryId inquiry, string name, Func<InquiryCase, LetterFrame, NoticeLetter?> make, CancellationToken cancel)
    {
        var view = await views.Load(inquiry, cancel);
        var letter = make(view.Case, await letterheads.Current(cancel)) ?? throw new NotFound();
        var pdf = renderer.Render(letter).Pdf;
        return new ReplyFile(pdf, letter.Number is { } number ? $"{name}-{NumberScheme.Slug(number)}.pdf" : $"{name}.pdf", Digest.OfBytes(pdf));
    }
}
