using Anfragen.Application.Answers;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Answers;

/// <summary>Teilen: a question gets an answer of its own again.</summary>
public sealed class SplitAnswerModel(IMediator mediator) : AnswerDeedModel(mediator)
{
    [BindProperty]
    public SplitAnswer Input { get; set; } = new() { Id = default, Question = default };

    protected override Step Step => Step.SplitAnswer;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input with { Id = Id }, "Die Frage hat jetzt eine eigene Antwort.", cancel);
}
