using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>Nachfrage stellen, to what was answered.</summary>
public sealed class AskSupplementaryQuestionModel(IMediator mediator) : InquiryDeedModel(mediator)
{
    [BindProperty]
    public AskSupplementaryQuestion Input { get; set; } = new() { Id = default };

    protected override Step Step => Step.AskSupplementary;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input with { Id = Id }, _ => "Die Nachfrage ist gestellt. Das Ratsbüro prüft sie.", cancel);
}
