using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>Nachfragen prüfen und zulassen.</summary>
public sealed class AdmitSupplementaryQuestionsModel(IMediator mediator) : InquiryDeedModel(mediator)
{
    [BindProperty]
    public AdmitSupplementaryQuestions Input { get; set; } = new() { Id = default };

    protected override Step Step => Step.AdmitSupplementary;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input with { Id = Id }, _ => "Die Nachfragen sind zugelassen. Weisen Sie sie jetzt zu.", cancel);
}
