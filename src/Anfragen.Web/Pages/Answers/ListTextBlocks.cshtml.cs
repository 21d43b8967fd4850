using Anfragen.Application.Answers;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Answers;

/// <summary>Textbausteine.</summary>
public sealed class ListTextBlocksModel(IMediator mediator) : PageModel
{
    public TextBlocksPage Texts { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Texts = await mediator.Send(new ListTextBlocks(), cancel);
}
