using Anfragen.Application.Deadlines;
using Anfragen.Domain;
using Anfragen.Web.Pages.Inquiries;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Deadlines;

/// <summary>Frist fortsetzen, after what was waited for has come.</summary>
public sealed class RestartClockModel(IMediator mediator) : InquiryDeedModel(mediator)
{
    [BindProperty]
    public RestartClock Input { get; set; } = new() { Id = default };

    protected override Step Step => Step.RestartClock;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input with { Id = Id }, due => $"Die Frist läuft weiter bis zum {due:dd.MM.yyyy}.", cancel);
}
