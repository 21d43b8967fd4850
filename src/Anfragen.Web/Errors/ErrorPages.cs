using Anfragen.Web.Binding;
using Microsoft.AspNetCore.Diagnostics;

namespace Anfragen.Web.Errors;

/// <summary>Refusals and failures become German pages: one way for all of them, the status code, and one page, /fehler/{code}.</summary>
internal static class ErrorPages
{
    public static void AddErrorPages(this IServiceCollection services) =>
        services.AddExceptionHandler<RefusalExceptionHandler>();

    /// <summary>Whether the request has been refused already and its error page is being made.</summary>
    public static bool IsErrorPage(this HttpContext context) => context.Features.Get<IStatusCodeReExecuteFeature>() is not null;

    /// <summary>The filters that every page shares.</summary>
    public static void AddRefusals(this IMvcBuilder mvc)
    {
        mvc.AddMvcOptions(options =>
        {
            // FluentValidation speaks, in German; a missing value is no error of binding.
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            options.Filters.Add<FormReadFilter>();
            options.Filters.Add<ExpiredFormFilter>();
            options.Filters.Add<RefusalFilter>();
            var emptyIsNotNull = new EmptyIsNotNull();
            options.ModelMetadataDetailsProviders.Add(emptyIsNotNull);
            options.ModelBinderProviders.Insert(0, emptyIsNotNull);
            options.ModelBinderProviders.Insert(1, new PostedListsReplace());
            GermanBindingMessages.Apply(options.ModelBindingMessageProvider);
        });
    }

    public static void UseErrorPages(this WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute("/fehler/{0}");
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            AllowStatusCode404Response = true,
            ExceptionHandler = _ => Task.CompletedTask,
        });
    }
}
