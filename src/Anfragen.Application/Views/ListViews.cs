namespace Anfragen.Application.Views;

/// <summary>One's own saved views of all lists.</summary>
public sealed record ListViews : IQuery<IReadOnlyList<SavedView>>
{
    public static Permission Permission => Permission.SignedIn;
}
