using System.Text;
using Anfragen.Typesetting;

namespace Anfragen.Infrastructure.Replies;

/// <summary>How a stretch of text is shown; with an address it is a link.</summary>
internal readonly record struct RunStyle(bool Bold, bool Italic, string? Address);

/// <summary>Gathers text piece by piece; neighbours in the same style become one run.</summary>
internal sealed class RunList
{
    private readonly List<Run> runs = [];
    private readonly StringBuilder open = new();
    private RunStyle style;

    public void Add(string text, RunStyle style)
    {
        if (style != this.style)
        {
            Close();
            this.style = style;
        }

        open.Append(text).Replace('\t', ' ', open.Length - text.Length, text.Length).Replace('\n', ' ', open.Length - text.Length, text.Length);
    }

    public void BreakLine()
    {
        Close();
        runs.Add(new LineBreakRun());
    }

    public void Add(NoteRun note)
    {
        Close();
        runs.Add(note);
    }

    /// <summary>Whether nothing was added yet.</summary>
    public bool IsEmpty => runs.Count == 0 && open.Length == 0;

    public IReadOnlyList<Run> ToRuns()
    {
        Close();
        return runs;
    }

    private void Close()
    {
        if (open.Length > 0)
        {
            runs.Add(style.Address is null
                ? new TextRun(open.ToString(), style.Bold, style.Italic)
                : new LinkRun(open.ToString(), style.Address, style.Bold, style.Italic));
            open.Clear();
        }
    }
}
