using Anfragen.Application;
using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Infrastructure.Database;
using FluentValidation;
using Microsoft.AspNetCore.Http;

namespace Anfragen.Web.Errors;

/// <summary>The one table of exceptions that are answers, and their status codes.</summary>
internal static class Refusal
{
    public static int StatusOf(Exception exception) => exception switch
    {
        NotFound => StatusCodes.Status404NotFound,
        Forbidden => StatusCodes.Status403Forbidden,
        RuleViolation or SealRefused => StatusCodes.Status409Conflict,
        ValidationException => StatusCodes.Status422UnprocessableEntity,
        DatabaseBusy => StatusCodes.Status503ServiceUnavailable,
        BadHttpRequestException request => request.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };
}
