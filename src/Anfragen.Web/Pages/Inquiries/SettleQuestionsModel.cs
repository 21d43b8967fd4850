using Anfragen.Application.Inquiries;
using Anfragen.Domain.Inquiries;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>Questions that are to end without an answer, chosen one by one or all at once.</summary>
public abstract class SettleQuestionsModel(IMediator mediator) : InquiryDeedModel(mediator)
{
    /// <summary>Whether every question is ticked when the page is shown.</summary>
    [BindProperty(SupportsGet = true, Name = "alle")]
    public bool All { get; set; }

    /// <summary>Those that can be chosen: not settled and not too far.</summary>
    public IEnumerable<QuestionDetails> Questions => Inquiry.Questions.Where(question => question.Status < TooFar);

    /// <summary>The status from which on it is too late.</summary>
    protected abstract QuestionStatus TooFar { get; }

    protected Task<IActionResult> Settle<T>(IRequest<T> command, int questions, string how, CancellationToken cancel) =>
        Take(command, _ => questions == 1 ? $"Die Frage ist {how}." : $"Die Fragen sind {how}.", cancel);
}
