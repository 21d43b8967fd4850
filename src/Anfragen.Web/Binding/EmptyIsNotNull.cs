using System.Reflection;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Anfragen.Web.Binding;

/// <summary>
/// The form is the command, and a command's non-nullable texts and lists are never null: an empty field arrives as "", a list
/// of which nothing was ticked as an empty one. MVC makes null of both, whatever the type says.
/// </summary>
internal sealed class EmptyIsNotNull : IDisplayMetadataProvider, IModelBinderProvider
{
    private const string Mark = nameof(EmptyIsNotNull);

    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        var (parameter, property) = (context.Key.ParameterInfo, context.Key.PropertyInfo);
        if (parameter is null && property is null) return;
        var nullability = new NullabilityInfoContext();
        var state = parameter is not null ? nullability.Create(parameter).WriteState : nullability.Create(property!).WriteState;
        if (state != NullabilityState.NotNull) return;
        if (context.Key.ModelType == typeof(string)) context.DisplayMetadata.ConvertEmptyStringToNull = false;
        if (parameter is { Member: ConstructorInfo, HasDefaultValue: false }) context.DisplayMetadata.AdditionalValues[Mark] = true;
    }

    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.ModelType;
        if (!context.Metadata.AdditionalValues.ContainsKey(Mark)) return null;
        if (type == typeof(string)) return new Binder(new SimpleTypeModelBinder(type, LoggerOf(context)), "");
        if (context.Metadata.ElementType is not { } element) return null;
        var empty = Array.CreateInstance(element, 0);
        var usual = type.IsArray ? new ArrayModelBinderProvider().GetBinder(context) : new CollectionModelBinderProvider().GetBinder(context);
        return usual is not null && type.IsInstanceOfType(empty) ? new Binder(usual, empty) : usual;
    }

    private static ILoggerFactory LoggerOf(ModelBinderProviderContext context) => context.Services.GetRequiredService<ILoggerFactory>();

    private sealed class Binder(IModelBinder usual, object empty) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext context)
        {
            await usual.BindModelAsync(context);
            var isRefused = context.ModelState.TryGetValue(context.ModelName, out var field) && field.Errors.Count > 0;
            if (!context.Result.IsModelSet && !isRefused) context.Result = ModelBindingResult.Success(empty);
        }
    }
}
