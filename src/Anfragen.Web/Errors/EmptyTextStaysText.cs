using System.Reflection;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Anfragen.Web.Errors;

/// <summary>
/// An empty field of a non-nullable string arrives as "" and not as null, which MVC makes of it and no command expects.
/// </summary>
internal sealed class EmptyTextStaysText : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (context.Key.ModelType != typeof(string)) return;
        var nullability = new NullabilityInfoContext();
        var state = (context.Key.ParameterInfo, context.Key.PropertyInfo) switch
        {
            ({ } parameter, _) => nullability.Create(parameter).WriteState,
            (_, { } property) => nullability.Create(property).WriteState,
            _ => NullabilityState.NotNull,
        };
        if (state == NullabilityState.NotNull) context.DisplayMetadata.ConvertEmptyStringToNull = false;
    }
}
