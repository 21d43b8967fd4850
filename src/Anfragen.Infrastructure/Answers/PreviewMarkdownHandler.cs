using Anfragen.Application;
using Anfragen.Application.Answers;
using Anfragen.Application.Replies;
using MediatR;

namespace Anfragen.Infrastructure.Answers;

internal sealed class PreviewMarkdownHandler(IAnswerMarkdown markdown) : IRequestHandler<PreviewMarkdown, MarkdownPreview>
{
    public Task<MarkdownPreview> Handle(PreviewMarkdown query, CancellationToken cancel)
    {
        var text = query.Markdown ?? "";
        return Task.FromResult(text.Length > TextRules.TextLength
            ? new MarkdownPreview("", [TextRules.TooLong(text.Length)])
            : new MarkdownPreview(markdown.ToHtml(text, 4), markdown.Problems(text)));
    }
}
