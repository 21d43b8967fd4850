using Anfragen.Application.Answers;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Answers;

/// <summary>What the lead does about a contribution to its answer; who drafts the answer may.</summary>
public abstract class ContributionDeedModel(IMediator mediator) : AnswerDeedModel(mediator)
{
    [FromRoute, BindProperty(SupportsGet = true)]
    public AssignmentId Contribution { get; set; }

    public ContributionOfAnswer Part { get; private set; } = null!;

    protected override Step Step => Step.SaveAnswerVersion;

    public override async Task<IActionResult?> Prepare(CancellationToken cancel)
    {
        await base.Prepare(cancel);
        var part = Answer.Contributions.FirstOrDefault(contribution => contribution.Assignment == Contribution);
        if (part is null) return NotFound();
        Part = part;
        return null;
    }
}
