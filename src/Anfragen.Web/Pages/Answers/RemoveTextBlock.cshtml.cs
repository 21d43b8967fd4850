using Anfragen.Application.Answers;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Answers;

/// <summary>Textbaustein entfernen: asks first.</summary>
public sealed class RemoveTextBlockModel(IMediator mediator) : TextBlockFormModel(mediator)
{
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(new RemoveTextBlock(Id!.Value), "Der Textbaustein ist entfernt.", "/textbausteine", cancel);

    protected override void Prefill() => _ = Current;
}
