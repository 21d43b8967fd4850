using Anfragen.Application.Assignments;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Answers;

/// <summary>Auf Zuarbeit verzichten: the lead answers without it.</summary>
public sealed class EndContributionModel(IMediator mediator) : ContributionDeedModel(mediator)
{
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(new EndContribution { Id = Contribution }, "Die Antwort kommt ohne diese Zuarbeit aus.", cancel);
}
