using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Anfragen.Web.Errors;

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
        var list = typeof(List<>).MakeGenericType(type.GenericTypeArguments);
        return new Binder(context.CreateBinder(context.MetadataProvider.GetMetadataForType(list)));
    }

    private sealed class Binder(IModelBinder lists) : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext context)
        {
            context.Model = null;
            return lists.BindModelAsync(context);
        }
    }
}
