using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using Anfragen.Domain.Inquiries;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>Wieder zulassen: the office takes a rejection back.</summary>
public sealed class ReinstateQuestionModel(IMediator mediator) : InquiryDeedModel(mediator)
{
    [BindProperty]
    public ReinstateQuestion Input { get; set; } = new() { Id = default, Question = default };

    public IEnumerable<QuestionDetails> Questions => Inquiry.Questions.Where(question => question.Status == QuestionStatus.Rejected);

    protected override Step Step => Step.ReinstateQuestion;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input with { Id = Id }, _ => "Die Frage ist wieder zugelassen.", cancel);
}
