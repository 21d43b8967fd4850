using Anfragen.Application;
using Anfragen.Application.Answers;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Replies;
using Anfragen.Domain.Answers;
using Anfragen.Infrastructure.Council;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Answers;

internal sealed class ListTextBlocksHandler(ITextBlocks blocks, Visible visible, Departments departments, ICurrentUser user, IAnswerMarkdown markdown)
    : IRequestHandler<ListTextBlocks, TextBlocksPage>
{
    public async Task<TextBlocksPage> Handle(ListTextBlocks query, CancellationToken cancel)
    {
        var own = (await departments.All(cancel)).Where(department => visible.Departments.Contains(department.Id)).ToList();
        var found = await blocks.Of(visible.Departments, cancel);
        return new TextBlocksPage(
            [.. found.Select(block => new TextBlockDetails(
                block, markdown.ToHtml(block.Markdown, 4), own.FirstOrDefault(department => department.Id == block.Organization)?.Name,
                user.Grants.Any(grant => TextBlock.IsKeptBy(block.Organization, grant.Role, grant.Organization))))],
            user.Grants.Any(grant => TextBlock.IsKeptBy(null, grant.Role, grant.Organization)),
            own);
    }
}
