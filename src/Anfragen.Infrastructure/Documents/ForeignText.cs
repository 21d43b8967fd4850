using Anfragen.Typesetting;

namespace Anfragen.Infrastructure.Documents;

/// <summary>A text that was written elsewhere, as blocks of a letter.</summary>
internal sealed record ForeignText(IReadOnlyList<Block> Blocks, IReadOnlyList<string> Unread);

/// <summary>Gathers the blocks of a foreign text. Paragraphs of a list come one by one, each with its level, and are nested here.</summary>
internal sealed class ForeignBlocks
{
    /// <summary>Levels of a list that a letter can hold.</summary>
    private const int MostLevels = 4;

    private readonly List<Block> _blocks = [];
    private readonly List<Item> _items = [];

    public void Add(Block block)
    {
        CloseList();
        _blocks.Add(block);
    }

    /// <summary>An item of a list.</summary>
    /// <param name="level">0 for the outermost.</param>
    /// <param name="number">As it is shown, or null for a bullet.</param>
    /// <param name="blocks">What it says; may be several paragraphs.</param>
    public void AddItem(int level, int? number, IReadOnlyList<Block> blocks) => _items.Add(new Item(Math.Min(level, MostLevels - 1), number, blocks));

    public IReadOnlyList<Block> ToBlocks()
    {
        CloseList();
        return _blocks;
    }

    private void CloseList()
    {
        for (var at = 0; at < _items.Count;) _blocks.Add(ListAt(ref at));
        _items.Clear();
    }

    // One list ends where the level falls, or where numbers do not go on.
    private ListBlock ListAt(ref int at)
    {
        var (level, first) = (_items[at].Level, _items[at].Number);
        var items = new List<ListItem>();
        while (at < _items.Count && _items[at].Level == level && _items[at].Number == first + items.Count)
        {
            List<Block> blocks = [.. _items[at++].Blocks];
            while (at < _items.Count && _items[at].Level > level) blocks.Add(ListAt(ref at));
            items.Add(new ListItem(blocks));
        }

        return new ListBlock(first, items);
    }

    private sealed record Item(int Level, int? Number, IReadOnlyList<Block> Blocks);
}
