using Anfragen.Application.Council;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Council;

/// <summary>A list of the register, or a form about one of its entries.</summary>
public abstract class RegisterModel(IMediator mediator) : FormModel<RegisterPage>(mediator)
{
    /// <summary>The entry that the form is about, from the address alone; null for a new one.</summary>
    [FromRoute, BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    public RegisterPage Register => Surroundings;

    protected override IRequest<RegisterPage> Query => new GetRegister();
}
