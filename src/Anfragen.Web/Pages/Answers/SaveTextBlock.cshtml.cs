using Anfragen.Application.Answers;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Answers;

/// <summary>Textbaustein, a new one or one to change.</summary>
public sealed class SaveTextBlockModel(IMediator mediator) : TextBlockFormModel(mediator)
{
    [BindProperty]
    public SaveTextBlock Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input with { Id = Id }, "Der Textbaustein ist gespeichert.", "/textbausteine", cancel);

    protected override void Prefill()
    {
        OrganizationId? mine = Texts.Departments.Count > 0 ? Texts.Departments[0].Id : null;
        Input = Current?.Block is { } block
            ? new SaveTextBlock { Id = block.Id, Version = block.Version, Organization = block.Organization, Title = block.Title, Markdown = block.Markdown }
            : new SaveTextBlock { Organization = Texts.KeepsForAll ? null : mine };
    }
}
