using Anfragen.Application.Assignments;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Answers;

/// <summary>Zuarbeit zurückgeben: the lead asks for more.</summary>
public sealed class ReturnContributionModel(IMediator mediator) : ContributionDeedModel(mediator)
{
    [BindProperty]
    public ReturnContribution Input { get; set; } = new() { Id = default };

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input with { Id = Contribution }, "Die Zuarbeit ist zurückgegeben.", cancel);
}
