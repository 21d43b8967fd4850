using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>Registrieren: the office admits the inquiry and gives it its number.</summary>
public sealed class RegisterInquiryModel(IMediator mediator) : InquiryDeedModel(mediator)
{
    [BindProperty]
    public RegisterInquiry Input { get; set; } = new() { Id = default };

    protected override Step Step => Step.Register;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input with { Id = Id }, number => $"Die Anfrage ist unter der Nummer {number} registriert.", cancel);
}
