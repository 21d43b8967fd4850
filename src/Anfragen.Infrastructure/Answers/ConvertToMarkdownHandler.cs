using Anfragen.Application.Answers;
using Anfragen.Application.Documents;
using Anfragen.Application.Replies;
using Anfragen.Infrastructure.Documents;
using Anfragen.Infrastructure.Replies;
using FluentValidation;
using FluentValidation.Results;
using MediatR;

namespace Anfragen.Infrastructure.Answers;

internal sealed class ConvertToMarkdownHandler(IDocumentExaminer examiner, IDocumentText documents, IAnswerMarkdown markdown)
    : IRequestHandler<ConvertToMarkdown, ConvertedText>
{
    public async Task<ConvertedText> Handle(ConvertToMarkdown query, CancellationToken cancel)
    {
        if (query.Document is not { } file) return Written(HtmlBlocks.Read(query.Html!, cancel));
        try
        {
            if (examiner.Examine(file, cancel).Format == FileFormat.Docx) return Written(await Task.Run(() => WordBlocks.Read(file, cancel), cancel));
            var text = await documents.Read(file, cancel);
            return new ConvertedText(markdown.OfPlainText(string.Join('\n', [.. text.Lines, .. text.Footnotes])), text.Unread);
        }
        catch (DocumentRefused refused)
        {
            throw new ValidationException([new ValidationFailure(nameof(ConvertToMarkdown.Document), refused.Message)]);
        }
    }

    private static ConvertedText Written(ForeignText text) => new(BlocksToMarkdown.Write(text.Blocks), text.Unread);
}
