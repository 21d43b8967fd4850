using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Anfragen.Web.Errors;

/// <summary>Marks a request whose antiforgery token is missing, forged or out of date, so that the error page can say so.</summary>
internal sealed class ExpiredFormFilter : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult) context.HttpContext.Features.Set(new ExpiredForm());
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}

/// <summary>Present on a request that the antiforgery check refused.</summary>
internal sealed class ExpiredForm;
