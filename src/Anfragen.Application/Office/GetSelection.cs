using Anfragen.Application.Inquiries;
using Anfragen.Domain;

namespace Anfragen.Application.Office;

/// <summary>Auswahl: inquiries that were ticked in the list, and what can be done with them together.</summary>
public sealed record GetSelection(IReadOnlyList<InquiryId> Inquiries) : IQuery<Selection>
{
    public static Permission Permission => Permission.RouteQuestions;
}

/// <summary>The inquiries in the order of the list; one that is not to be seen is left out.</summary>
/// <param name="Departments">To whom they can be given.</param>
/// <param name="Committees">Gremien that were named before.</param>
public sealed record Selection(IReadOnlyList<InquiryItem> Items, IReadOnlyList<OrganizationChoice> Departments, IReadOnlyList<string> Committees);
