namespace Anfragen.Domain.Council;

/// <summary>Abteilung des Registers: all entries of one kind, as loaded and as they are after the verbs.</summary>
public sealed class CouncilShelf<T> where T : class, ICouncilEntry, IEquatable<T>
{
    private readonly Dictionary<Guid, T> loaded;
    private readonly Dictionary<Guid, T> entries;

    internal CouncilShelf(IEnumerable<T> entries)
    {
        loaded = entries.ToDictionary(entry => entry.Id);
        this.entries = new(loaded);
    }

    /// <summary>Every entry, also ended ones.</summary>
    public IReadOnlyCollection<T> All => entries.Values;

    /// <summary>Entries that are not in the database yet.</summary>
    public IEnumerable<T> Added => entries.Values.Where(entry => !loaded.ContainsKey(entry.Id));

    /// <summary>Entries whose row differs, with how it was.</summary>
    public IEnumerable<(T Before, T After)> Changed =>
        entries.Values.Where(entry => loaded.TryGetValue(entry.Id, out var before) && !before.Equals(entry)).Select(entry => (loaded[entry.Id], entry));

    /// <summary>The entry, or null.</summary>
    public T? Find(Guid id) => entries.GetValueOrDefault(id);

    /// <exception cref="RuleViolation"><see cref="CouncilRules.IsThere"/>.</exception>
    public T Get(Guid id)
    {
        var found = Find(id);
        CouncilRules.IsThere.BrokenIf(found is null);
        return found;
    }

    internal void Put(T entry) => entries[entry.Id] = entry;
}
