using Anfragen.Application;
using Anfragen.Application.Council;
using MediatR;

namespace Anfragen.Web.Pages.Council;

/// <summary>A form about one person, whose memberships stand around it.</summary>
public abstract class PersonModel(IMediator mediator) : RegisterModel(mediator)
{
    /// <summary>The person of the address.</summary>
    public ListedPerson Person => Register.Persons.FirstOrDefault(person => person.Entry.Id == Id) ?? throw new NotFound();
}
