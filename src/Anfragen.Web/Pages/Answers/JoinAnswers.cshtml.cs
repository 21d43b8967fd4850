using Anfragen.Application.Answers;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Answers;

/// <summary>Gemeinsam beantworten: one text for several questions.</summary>
public sealed class JoinAnswersModel(IMediator mediator) : AnswerDeedModel(mediator)
{
    [BindProperty]
    public JoinAnswers Input { get; set; } = new() { Id = default, Other = default };

    protected override Step Step => Step.JoinAnswers;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input with { Id = Id }, "Die Fragen werden jetzt gemeinsam beantwortet.", cancel);
}
