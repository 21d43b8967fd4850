using Anfragen.Application.Search;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Search;

/// <summary>Schon gefragt?: what is most like a stored inquiry.</summary>
public sealed class FindSimilarInquiriesModel(IMediator mediator) : PageModel
{
    [FromRoute]
    public InquiryId Id { get; set; }

    public IReadOnlyList<SimilarInquiry> Similar { get; private set; } = [];

    public async Task OnGetAsync(InquiryId id, CancellationToken cancel) => Similar = await mediator.Send(new FindSimilarInquiries { Id = Id = id }, cancel);
}
