using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>Bezug auf eine frühere Anfrage.</summary>
public sealed class SetEarlierInquiryModel(IMediator mediator) : InquiryDeedModel(mediator)
{
    [BindProperty]
    public SetEarlierInquiry Input { get; set; } = new() { Id = default };

    protected override Step Step => Step.ReferToEarlier;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Take(Input with { Id = Id }, _ => "Der Bezug ist gespeichert.", cancel);

    protected override void Prefill() => Input = new SetEarlierInquiry { Id = Id, Number = Inquiry.Earlier?.Number };
}
