using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>Registrieren: the office admits the inquiry and gives it its number.</summary>
public sealed class RegisterInquiryModel(IMediator mediator) : InquiryDeedModel(mediator)
{
    [BindProperty]
    public RegisterInquiry Input { get; set; } = new() { Id = default };

    /// <summary>Whether the wording has to be held against its original first.</summary>
    public bool MustBeChecked => !Inquiry.IsSplitChecked && Inquiry.Open.Contains(Step.ReviseIntake);

    public IEnumerable<SelectListItem> Kinds => Inquiry.Kinds.Select(kind => new SelectListItem(kind.Rule.Title, kind.Rule.Kind));

    protected override Step Step => Step.Register;

    /// <summary>Somebody who comes too early is told where to go instead.</summary>
    protected override bool IsOpen => base.IsOpen || MustBeChecked;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input with { Id = Id }, number => $"Die Anfrage ist unter der Nummer {number} registriert.", cancel);
}
