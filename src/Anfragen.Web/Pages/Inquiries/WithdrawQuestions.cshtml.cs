using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using Anfragen.Domain.Inquiries;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>Zurückziehen: the askers do without an answer.</summary>
public sealed class WithdrawQuestionsModel(IMediator mediator) : InquiryDeedModel(mediator)
{
    [BindProperty]
    public WithdrawQuestions Input { get; set; } = new() { Id = default };

    [BindProperty(SupportsGet = true, Name = "alle")]
    public bool All { get; set; }

    /// <summary>Those not settled and not yet answered.</summary>
    public IEnumerable<QuestionDetails> Questions => Inquiry.Questions.Where(question => question.Status < QuestionStatus.Delivered);

    protected override Step Step => Step.WithdrawQuestion;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input with { Id = Id }, _ => Input.Questions.Count == 1 ? "Die Frage ist zurückgezogen." : "Die Fragen sind zurückgezogen.", cancel);
}
