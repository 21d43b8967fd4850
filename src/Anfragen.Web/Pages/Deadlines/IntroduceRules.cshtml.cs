using Anfragen.Application.Deadlines;
using Anfragen.Web.Errors;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Anfragen.Web.Pages.Deadlines;

/// <summary>Neues Regelwerk, beginning with what holds today and an empty kind.</summary>
public sealed class IntroduceRulesModel(IMediator mediator) : PageModel, IShowsAgain
{
    public static readonly IReadOnlyList<SelectListItem> MayStop =
        [new("noch zu bestätigen", ""), new("möglich", bool.TrueString), new("nicht möglich", bool.FalseString)];

    [BindProperty]
    public IntroduceRules Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var rules = await mediator.Send(new ListRuleSets(), cancel);
        Input = new IntroduceRules { ValidFrom = rules.Today.AddDays(1), Kinds = [.. rules.Current.Rules.Select(RuleForm.Of), new RuleForm()] };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await mediator.Send(Input, cancel);
        this.Done("Das Regelwerk ist eingeführt.");
        return Redirect("/verwaltung/regeln");
    }

    public Task<IActionResult?> Prepare(CancellationToken cancel) => Task.FromResult<IActionResult?>(null);
}
