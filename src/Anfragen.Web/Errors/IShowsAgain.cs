using Anfragen.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Errors;

/// <summary>
/// A page whose form stands among other data. When the form was refused, <see cref="Prepare"/> loads that data again before
/// the form is shown with everything that was typed. A page that consists of its form alone does not need it.
/// </summary>
public interface IShowsAgain
{
    /// <summary>Loads what surrounds the form; a result other than null is sent instead of the page.</summary>
    Task<IActionResult?> Prepare(CancellationToken cancel);
}

/// <summary>How a page that prepares itself learns why it is shown again.</summary>
public static class Refusals
{
    /// <summary>The rule that refused the command, for pages that show more than its sentence, such as a conflict of versions.</summary>
    public static Rule? BrokenRule(this HttpContext context) => context.Features.Get<RuleViolation>()?.Rule;
}
