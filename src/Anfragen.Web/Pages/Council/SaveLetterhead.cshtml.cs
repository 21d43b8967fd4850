using Anfragen.Application.Council;
using Anfragen.Web.Pages.Attachments;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Council;

/// <summary>Briefkopf.</summary>
[RequestSizeLimit(LargestForm), RequestFormLimits(MultipartBodyLengthLimit = LargestForm)]
public sealed class SaveLetterheadModel(IMediator mediator) : RegisterModel(mediator)
{
    /// <summary>Bytes of the form: a coat of arms a little too large is refused with a sentence.</summary>
    private const int LargestForm = 8 * 1024 * 1024;

    [BindProperty]
    public SaveLetterhead Input { get; set; } = new();

    [BindProperty(Name = "Input.Emblem")]
    public IFormFile? Emblem { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        await Take(Input with { Emblem = await Emblem.Bytes(cancel) }, "Der Briefkopf ist gespeichert.", "/verwaltung/briefkopf", cancel);

    protected override void Prefill()
    {
        if (Register.Letterhead is not { } letterhead) return;
        Input = new SaveLetterhead
        {
            Version = letterhead.Version,
            Sender = letterhead.Sender,
            Office = letterhead.Office,
            Address = string.Join('\n', letterhead.Address),
            ReturnAddress = letterhead.ReturnAddress,
            Contact = string.Join('\n', letterhead.Contact),
        };
    }
}
