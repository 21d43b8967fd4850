using Anfragen.Application.Search;
using Anfragen.Domain.Search;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Search;

/// <summary>Suche: in everything this person may read.</summary>
public sealed class SearchInquiriesModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "worte")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "nach")]
    public string? After { get; set; }

    public SearchResults Results { get; private set; } = null!;

    /// <summary>The address of another page of the same hits.</summary>
    public string Address(string? after) => $"/suche{QueryString.Create(new Dictionary<string, string?> { ["worte"] = Words, ["nach"] = after }.Where(part => part.Value is not null))}";

    /// <summary>Where a passage stands, in a word or two.</summary>
    public static string Place(SearchPassage passage) => passage.Kind switch
    {
        PassageKind.Question => $"Frage {passage.Question!.TrimEnd('.')}",
        PassageKind.Answer => passage.Question is null ? "Antwort" : $"Antwort zu Frage {passage.Question.TrimEnd('.')}",
        _ => "Vorbemerkung oder Begründung",
    };

    public async Task OnGetAsync(CancellationToken cancel) => Results = await mediator.Send(new SearchInquiries { Words = Words ?? "", After = After }, cancel);
}
