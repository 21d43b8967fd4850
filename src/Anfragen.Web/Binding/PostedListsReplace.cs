using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace Anfragen.Web.Binding;

/// <summary>
/// The lists of a command begin empty and cannot be added to. MVC would leave the empty one in its place, and what was posted
/// would be lost without a word.
/// </summary>
internal sealed class PostedListsReplace : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.ModelType;
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(IReadOnlyList<>)) return null;
        return new CollectionModelBinderProvider().GetBinder(context) is { } usual ? new Binder(usual) : null;
    }

    private sealed class Binder(IModelBinder usual) : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext context)
        {
            context.Model = null;
            return usual.BindModelAsync(context);
        }
    }
}
