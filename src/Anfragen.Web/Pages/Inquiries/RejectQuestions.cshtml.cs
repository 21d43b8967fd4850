using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using Anfragen.Domain.Inquiries;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>Zurückweisen: the office refuses questions as inadmissible.</summary>
public sealed class RejectQuestionsModel(IMediator mediator) : SettleQuestionsModel(mediator)
{
    [BindProperty]
    public RejectQuestions Input { get; set; } = new() { Id = default };

    protected override Step Step => Step.RejectQuestion;

    protected override QuestionStatus TooFar => QuestionStatus.Signed;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Settle(Input with { Id = Id }, Input.Questions.Count, "zurückgewiesen", cancel);
}
