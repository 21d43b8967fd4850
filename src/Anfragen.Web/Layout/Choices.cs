using Anfragen.Application.Council;
using Anfragen.Domain.Council;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Anfragen.Web.Layout;

/// <summary>Lists to choose from that several forms share.</summary>
public static class Choices
{
    public static IEnumerable<SelectListItem> Roles() => CouncilWords.Roles.Select(role => new SelectListItem(role.Key, role.Value.ToString()));

    public static IEnumerable<SelectListItem> Of(IEnumerable<ListedOrganization> organizations) =>
        organizations.Select(organization => new SelectListItem(organization.Names.Name, organization.Id.ToString()));
}
