namespace Anfragen.Typesetting.Text;

/// <summary>
/// Breaks a text into lines, ragged right: of all ways to break it takes the one whose lines are most evenly full, hyphens and a short last
/// line counted against it (total fit, after Knuth and Plass). For one thread.
/// </summary>
internal sealed class LineBreaker(Hyphenator? hyphenator)
{
    private const double Tolerance = 0.01;
    private const double ConsecutiveHyphensCost = 0.06;
    private const double ShortLastLine = 0.07;
    private const double ShortLastLineCost = 0.03;
    private const double OverfullCost = 1e6;

    private readonly BreakFinder finder = new(hyphenator);

    // For every opportunity the one at which the line before it best ends; -1 is the start.
    private int[] previous = [];

    // By the number of the line's first opportunity, the text's start being the first: what the lines before it cost, and where it begins.
    private double[] totals = [];
    private double[] starts = [];

    /// <summary>At least one line for every text that is not empty; none for an empty one.</summary>
    public IReadOnlyList<Line> Break(StyledText text, double width)
    {
        var lines = new List<Line>();
        for (int start = 0; start < text.Text.Length;)
        {
            int end = text.Text.IndexOf(SpecialCharacters.LineBreak, start);
            end = end < 0 ? text.Text.Length : end;
            BreakParagraph(lines, text, start, end, width);
            start = end + 1;
        }

        return lines;
    }

    private void BreakParagraph(List<Line> lines, StyledText text, int start, int end, double width)
    {
        List<BreakOpportunity> opportunities = finder.Find(text, start, end, width);
        int insertAt = lines.Count;
        ChooseBreaks(opportunities, text, start, width);
        for (int i = opportunities.Count - 1; i >= 0; i = previous[i])
        {
            int lineStart = previous[i] < 0 ? start : opportunities[previous[i]].Next;
            lines.Insert(insertAt, BuildLine(text, lineStart, opportunities[i]));
        }
    }

    private void ChooseBreaks(List<BreakOpportunity> opportunities, StyledText text, int start, double width)
    {
        if (previous.Length <= opportunities.Count)
        {
            int room = 2 * (opportunities.Count + 1);
            (previous, totals, starts) = (new int[room], new double[room], new double[room]);
        }

        (totals[0], starts[0]) = (0, text.Offset(start));
        for (int i = 0; i < opportunities.Count; i++)
        {
            BreakOpportunity end = opportunities[i];
            bool hyphened = end.Kind == BreakKind.Hyphen;
            double right = text.Offset(end.End) + (hyphened ? text.HyphenWidth(end.End) : 0);
            starts[i + 1] = text.Offset(end.Next);
            double best = double.MaxValue;
            for (int from = i - 1; from >= -1; from--)
            {
                double used = right - starts[from + 1];
                bool overfull = used > width + Tolerance;
                if (overfull && from < i - 1)
                {
                    break;
                }

                double cost = LineCost(end, used, width) + (overfull ? OverfullCost : 0) + totals[from + 1];
                if (hyphened && from >= 0 && opportunities[from].Kind == BreakKind.Hyphen)
                {
                    cost += ConsecutiveHyphensCost;
                }

                if (cost < best)
                {
                    (best, previous[i]) = (cost, from);
                }
            }

            totals[i + 1] = best;
        }
    }

    private static double LineCost(BreakOpportunity end, double used, double width)
    {
        double slack = (width - used) / width;
        return end.Kind == BreakKind.End ? (slack > 1 - ShortLastLine ? ShortLastLineCost : 0) : slack * slack + end.Cost;
    }

    private static Line BuildLine(StyledText text, int start, BreakOpportunity end)
    {
        var segments = new List<LineSegment>();
        for (int position = start; position < end.End;)
        {
            int span = text.SpanAt(position), segmentEnd = Math.Min(text.SpanEnd(span), end.End);
            string piece = text.Piece(position, segmentEnd);
            segments.Add(new LineSegment(text.Width(start, position), text.Width(position, segmentEnd), piece, span));
            position = segmentEnd;
        }

        double width = text.Width(start, end.End);
        if (segments.Count > 0)
        {
            bool hyphen = end.Kind == BreakKind.Hyphen;
            bool endsText = end.End == text.Text.Length;
            string ending = hyphen ? "\u00AD" : end.Kind == BreakKind.Plain || endsText ? "" : " ";
            double added = hyphen ? text.HyphenWidth(end.End) : 0;
            LineSegment last = segments[^1];
            segments[^1] = last with { Text = last.Text + ending, Width = last.Width + added };
            width += added;
        }

        return new Line(segments, width);
    }
}
