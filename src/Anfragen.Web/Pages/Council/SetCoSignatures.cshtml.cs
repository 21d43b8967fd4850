using Anfragen.Application.Council;
using Anfragen.Domain.Answers;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Anfragen.Web.Pages.Council;

/// <summary>Reihenfolge der Mitzeichnung.</summary>
public sealed class SetCoSignaturesModel(IMediator mediator) : RegisterModel(mediator)
{
    [BindProperty]
    public SetCoSignatures Input { get; set; } = new();

    public IEnumerable<SelectListItem> Choices =>
        Enum.GetValues<CoSignatureStage>().Select(stage => new SelectListItem(stage.Explained(), stage.ToString()));

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input, "Die Reihenfolge ist gespeichert.", "/verwaltung/mitzeichnung", cancel);

    protected override void Prefill()
    {
        var order = Register.CoSignatures;
        var free = Enum.GetValues<CoSignatureStage>().Length - order.Stages.Count;
        Input = new SetCoSignatures { Version = order.Version, Stages = [.. order.Stages.Select(stage => (CoSignatureStage?)stage), .. new CoSignatureStage?[free]] };
    }
}
