using Anfragen.Application.Answers;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Answers;

/// <summary>Zurückgeben: back to the department with a comment.</summary>
public sealed class ReturnAnswerModel(IMediator mediator) : AnswerDeedModel(mediator)
{
    [BindProperty]
    public ReturnAnswer Input { get; set; } = new() { Id = default };

    protected override Step Step => Step.ReturnForRedraft;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input with { Id = Id }, "Die Antwort ist zurückgegeben.", cancel);
}
