using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using Anfragen.Domain.Inquiries;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>Zurückweisen: the office refuses questions as inadmissible.</summary>
public sealed class RejectQuestionsModel(IMediator mediator) : InquiryDeedModel(mediator)
{
    [BindProperty]
    public RejectQuestions Input { get; set; } = new() { Id = default };

    [BindProperty(SupportsGet = true, Name = "alle")]
    public bool All { get; set; }

    /// <summary>Those not settled and not yet signed.</summary>
    public IEnumerable<QuestionDetails> Questions => Inquiry.Questions.Where(question => question.Status < QuestionStatus.Signed);

    protected override Step Step => Step.RejectQuestion;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input with { Id = Id }, _ => Input.Questions.Count == 1 ? "Die Frage ist zurückgewiesen." : "Die Fragen sind zurückgewiesen.", cancel);
}
