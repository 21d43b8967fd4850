using Anfragen.Application.Search;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Answers;

/// <summary>Frühere Antworten: the part of the editor that a script fetches.</summary>
public sealed class FindEarlierAnswersModel(IMediator mediator) : PageModel
{
    public EarlierAnswers Found { get; private set; } = null!;

    public async Task OnGetAsync(AnswerId id, string? words, CancellationToken cancel) => Found = await mediator.Send(new FindEarlierAnswers(id) { Words = words }, cancel);
}
