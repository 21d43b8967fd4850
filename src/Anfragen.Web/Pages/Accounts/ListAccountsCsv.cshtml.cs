using Anfragen.Application.Accounts;
using Anfragen.Domain.Council;
using Anfragen.Web.Layout;
using Anfragen.Web.TagHelpers;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Accounts;

/// <summary>Konten als Tabelle.</summary>
public sealed class ListAccountsCsvModel(IMediator mediator) : PageModel
{
    private static readonly string[] Header = ["Name", "Anmeldung", "Stand", "Rollen heute", "Zuletzt angemeldet"];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await this.Csv("Konten", Header, (await mediator.Send(new ListAccounts(), cancel)).Select(Line), cancel);

    private static IReadOnlyList<string?> Line(AccountLine account) =>
    [
        account.Name, account.Login, StatusWords.Of(account.Status).Word, string.Join(", ", account.Roles.Select(role => $"{role.Role.German()} ({role.Organization})")),
        account.LastSignInAt is { } at ? CsvFiles.Day(Domain.Berlin.Day(at)) : null,
    ];
}
