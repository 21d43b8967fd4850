using Anfragen.Application.Assignments;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Answers;

/// <summary>Um Zuarbeit bitten: one more department supplies something; who drafts may ask.</summary>
public sealed class RequestContributionModel(IMediator mediator) : AnswerDeedModel(mediator)
{
    [BindProperty]
    public RequestContribution Input { get; set; } = new() { Id = default, Question = default };

    protected override Step Step => Step.SaveAnswerVersion;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input with { Id = Id }, "Das Amt ist um Zuarbeit gebeten.", cancel);
}
