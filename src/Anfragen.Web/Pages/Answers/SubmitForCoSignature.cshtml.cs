using Anfragen.Application.Answers;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Answers;

/// <summary>Zur Mitzeichnung geben: hands the latest version to the head of department.</summary>
public sealed class SubmitForCoSignatureModel(IMediator mediator) : AnswerDeedModel(mediator)
{
    protected override Step Step => Step.SubmitForCoSignature;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(new SubmitForCoSignature { Id = Id }, "Die Antwort liegt zur Mitzeichnung.", cancel);
}
