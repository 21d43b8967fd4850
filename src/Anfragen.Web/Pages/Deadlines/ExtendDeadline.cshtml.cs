using Anfragen.Application.Deadlines;
using Anfragen.Domain;
using Anfragen.Web.Pages.Inquiries;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Deadlines;

/// <summary>Frist verlängern, as far as the rule allows.</summary>
public sealed class ExtendDeadlineModel(IMediator mediator) : InquiryDeedModel(mediator)
{
    [BindProperty]
    public ExtendDeadline Input { get; set; } = new() { Id = default };

    protected override Step Step => Step.ExtendDeadline;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input with { Id = Id }, _ => "Die Frist ist verlängert.", cancel);
}
