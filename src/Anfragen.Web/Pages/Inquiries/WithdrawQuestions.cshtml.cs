using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using Anfragen.Domain.Inquiries;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>Zurückziehen: the askers do without an answer.</summary>
public sealed class WithdrawQuestionsModel(IMediator mediator) : SettleQuestionsModel(mediator)
{
    [BindProperty]
    public WithdrawQuestions Input { get; set; } = new() { Id = default };

    protected override Step Step => Step.WithdrawQuestion;

    protected override QuestionStatus TooFar => QuestionStatus.Delivered;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Settle(Input with { Id = Id }, Input.Questions.Count, "zurückgezogen", cancel);
}
