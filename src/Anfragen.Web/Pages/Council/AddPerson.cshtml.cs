using Anfragen.Application.Council;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Council;

/// <summary>Neue Person.</summary>
public sealed class AddPersonModel(IMediator mediator) : RegisterModel(mediator)
{
    [BindProperty]
    public SavePerson Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input with { Id = null }, "Die Person ist eingetragen.", id => $"/verwaltung/personen/{id}", cancel);
}
