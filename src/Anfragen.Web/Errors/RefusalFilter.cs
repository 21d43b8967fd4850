using Anfragen.Application;
using Anfragen.Application.Replies;
using Anfragen.Domain;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Errors;

/// <summary>
/// Turns refusals into pages, so that page models hold no try/catch and no ModelState.IsValid. Input that cannot be read or
/// is not valid: the form again, the sentence beside its field, 422. A broken rule, or a seal
/// that could not be set: the form again, its sentence above, 409.
/// Absent or invisible: 404. Permission missing: 403, or the sign-in for somebody who is not signed in.
/// </summary>
internal sealed class RefusalFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (HasUnreadableAddress(context))
        {
            context.Result = new NotFoundResult();
            return;
        }

        if (IsReading(context)) Forget(context.ModelState);

        if (!context.ModelState.IsValid)
        {
            context.Result = await FormAgain(context, StatusCodes.Status422UnprocessableEntity);
            return;
        }

        var executed = await next();
        if (executed.Exception is null || executed.ExceptionHandled) return;
        if (await AnswerTo(executed.Exception, context) is not { } answer) return;
        executed.ExceptionHandled = true;
        executed.Result = answer;
    }

    private static async Task<IActionResult?> AnswerTo(Exception exception, PageHandlerExecutingContext context)
    {
        var status = Refusal.StatusOf(exception);
        switch (exception)
        {
            case NotFound:
                return new NotFoundResult();
            case Forbidden:
                return context.HttpContext.User.Identity?.IsAuthenticated == true ? new StatusCodeResult(status) : new ChallengeResult();
            case ValidationException or RuleViolation when IsReading(context):
                context.HttpContext.Features.Set(exception as RuleViolation);
                return new StatusCodeResult(status);
            case ValidationException invalid:
                foreach (var failure in invalid.Errors)
                {
                    context.ModelState.AddModelError(FieldOf(failure.PropertyName, context), failure.ErrorMessage);
                }

                return await FormAgain(context, status);
            case RuleViolation violation:
                context.HttpContext.Features.Set(violation);
                context.ModelState.AddModelError(string.Empty, violation.Rule.Text);
                return await FormAgain(context, status);
            case SealRefused refused:
                context.ModelState.AddModelError(string.Empty, refused.Message);
                return await FormAgain(context, status);
            default:
                return null;
        }
    }

    private static async Task<IActionResult> FormAgain(PageHandlerExecutingContext context, int status)
    {
        try
        {
            var page = context.HandlerInstance as IShowsAgain;
            var instead = page is null ? null : await page.Prepare(context.HttpContext.RequestAborted);
            if (instead is not null) return instead;
        }
        catch (Exception exception) when (exception is NotFound or Forbidden)
        {
            return (await AnswerTo(exception, context))!;
        }

        var result = ((PageModel)context.HandlerInstance).Page();
        result.StatusCode = status;
        return result;
    }

    /// <summary>The posted field of a validator's path: the one that was bound, else the form's command by convention.</summary>
    private static string FieldOf(string path, PageHandlerExecutingContext context)
    {
        var fields = context.ModelState;
        var byConvention = $"Input.{path}";
        if (fields.ContainsKey(byConvention)) return byConvention;
        return context.HandlerInstance.GetType().GetProperty(path)?.IsDefined(typeof(BindPropertyAttribute), inherit: true) == true
            ? path
            : fields.Keys.FirstOrDefault(key => key == path || key.EndsWith($".{path}", StringComparison.Ordinal)) ?? byConvention;
    }

    private static bool IsReading(PageHandlerExecutingContext context) =>
        HttpMethods.IsGet(context.HttpContext.Request.Method) || HttpMethods.IsHead(context.HttpContext.Request.Method);

    /// <summary>A filter in the query that cannot be read filters nothing.</summary>
    private static void Forget(ModelStateDictionary fields)
    {
        foreach (var unreadable in fields.Where(field => field.Value?.Errors.Count > 0).Select(field => field.Key).ToList())
        {
            fields.Remove(unreadable);
        }
    }

    /// <summary>A part of the path that cannot be read names nothing.</summary>
    private static bool HasUnreadableAddress(PageHandlerExecutingContext context) =>
        context.ModelState.Any(field => field.Value?.Errors.Count > 0 && context.RouteData.Values.ContainsKey(field.Key));
}
