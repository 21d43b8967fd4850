using Anfragen.Domain;

namespace Anfragen.Application.Views;

/// <summary>Gespeicherte Ansichten: each is its owner's alone.</summary>
public interface ISavedViews
{
    /// <summary>By list and name.</summary>
    Task<IReadOnlyList<SavedView>> Of(UserId owner, CancellationToken cancel);

    /// <summary>Keeps a view; one of the same name in the same list is replaced.</summary>
    Task Save(UserId owner, ViewedList list, string name, string query, CancellationToken cancel);

    /// <summary>Makes the view the one its list opens with, or none of them; whether there is such a view.</summary>
    Task<bool> SetDefault(UserId owner, ViewedList list, string? name, CancellationToken cancel);

    /// <summary>Whether there was such a view.</summary>
    Task<bool> Delete(UserId owner, Guid id, CancellationToken cancel);
}

/// <summary>Liste, deren Filter man sich merken kann. Stored by name.</summary>
public enum ViewedList
{
    /// <summary>Meine Aufgaben.</summary>
    Work,

    /// <summary>Anfragen.</summary>
    Inquiries,
}

/// <summary>Gespeicherte Ansicht.</summary>
public sealed record SavedView
{
    public Guid Id { get; init; }

    public ViewedList List { get; init; }

    public string Name { get; init; } = "";

    /// <summary>The filters as the query of an address, with its question mark; empty for the whole list.</summary>
    public string Query { get; init; } = "";

    /// <summary>Whether the list opens with it.</summary>
    public bool IsDefault { get; init; }
}
