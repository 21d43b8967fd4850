using Anfragen.Application;
using Anfragen.Application.Answers;
using Anfragen.Domain;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Answers;

/// <summary>A form about one text block.</summary>
public abstract class TextBlockFormModel(IMediator mediator) : FormModel<TextBlocksPage>(mediator)
{
    /// <summary>From the address alone; null for a new one.</summary>
    [FromRoute, BindProperty(SupportsGet = true)]
    public TextBlockId? Id { get; set; }

    public TextBlocksPage Texts => Surroundings;

    /// <summary>The block as it is stored, which the person must keep; null for a new one.</summary>
    public TextBlockDetails? Current => Id is null ? null : Texts.Find(Id) is { IsKept: true } kept ? kept : throw new NotFound();

    protected override IRequest<TextBlocksPage> Query => new ListTextBlocks();
}
