using Anfragen.Application.Inquiries;
using Anfragen.Application.Search;
using Anfragen.Domain;
using Anfragen.Domain.Inquiries;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>Anfrage schreiben: the form of a new inquiry and of a draft. Whatever is pressed, everything that was typed stays.</summary>
public sealed class InquiryFormModel(IMediator mediator) : QuestionEditorModel<SaveInquiryDraft, InquiryFormDetails>(mediator)
{
    /// <summary>The draft, from the address alone; null for a new inquiry.</summary>
    [FromRoute, BindProperty(SupportsGet = true)]
    public InquiryId? Id { get; set; }

    /// <summary>The earlier inquiry that a new one is to follow up; the form carries it on.</summary>
    [BindProperty(SupportsGet = true, Name = "zu")]
    public InquiryId? Follows { get; set; }

    public InquiryFormDetails Form => Surroundings;

    /// <summary>What was asked before; null before somebody wanted to know.</summary>
    public IReadOnlyList<SimilarInquiry>? Similar { get; private set; }

    protected override IRequest<InquiryFormDetails> Query => new GetInquiryForm(Id, Input.Follows ?? Follows);

    protected override SaveInquiryDraft AsStored => InquiryDraft.Of(Form);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        if (Id is not null && !Form.IsOpen) return Redirect($"/vorgaenge/{Id}");
        Input = AsStored;
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancel)
    {
        var id = await Mediator.Send(Input with { Id = Id }, cancel);
        this.Done("Der Entwurf ist gespeichert.");
        return Redirect($"/vorgaenge/{id}/entwurf");
    }

    public async Task<IActionResult> OnPostSubmitAsync([FromForm(Name = nameof(Input))] SubmitInquiry submit, CancellationToken cancel)
    {
        var id = await Mediator.Send(submit with { Id = Id }, cancel);
        this.Done("Die Anfrage ist eingereicht. Das Ratsbüro prüft sie und gibt ihr eine Nummer.");
        return Redirect($"/vorgaenge/{id}");
    }

    public async Task<IActionResult> OnPostSimilarAsync(CancellationToken cancel)
    {
        Similar = await Mediator.Send(new FindSimilarInquiries { Id = Id, Subject = Input.Subject, Questions = [.. Input.Questions.Select(line => line.Text)] }, cancel);
        return await Again(cancel);
    }

    protected override async Task<SplitIntake> Split(string pasted, CancellationToken cancel) =>
        new("", await Mediator.Send(new SplitPastedText(pasted), cancel));
}
