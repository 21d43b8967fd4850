using Anfragen.Typesetting.Fonts;
using Anfragen.Typesetting.Text;

namespace Anfragen.Typesetting.Layout;

/// <summary>Turns tables into strips: one for every line of a row, so that rows taller than a page can be divided.</summary>
internal sealed class TableComposer(TextSetter setter)
{
    private const double SpaceBefore = 8;
    private const double RowPadding = 3.5;
    private const double LargestCellPadding = 4;
    private const double LargestSize = 10;
    private const double SmallestSize = 4;
    private const double ComfortableColumn = 30;
    private const int RowColor = 0x888888;
    private const int LongRow = 8;
    private const double TallestRepeatedHeader = (PageGeometry.Bottom - PageGeometry.Top) / 3;
    private const string HeaderAttributes = "<</O/Table/Scope/Column>>";

    public List<Strip> Compose(Table table, StructureElement parent, Area area)
    {
        RejectMalformed(table);
        TextLook look = Look(table, area);
        double padding = Math.Min(LargestCellPadding, area.Width / table.Columns.Count * 0.12);
        List<StyledText> header = [.. table.Columns.Select(column => setter.Shape(column.Header, look.Size, FontStyle.Bold))];
        List<List<StyledText>> rows = [.. table.Rows.Select(row => row.Cells.Select(cell => setter.Shape(cell, look.Size)).ToList())];
        double[] widths = ColumnWidths.Distribute([header, .. rows], area.Width, padding);
        List<ColumnAlignment> alignments = [.. table.Columns.Select((_, index) => table.AlignmentOf(index))];
        var grid = new Grid(alignments, widths, area, padding, look);

        StructureElement element = parent.AddElement("Table");
        List<Strip> strips = SetRow(grid, header, element.AddElement("TR"), isHeader: true, repeated: []);
        strips[0].SpaceBefore = SpaceBefore;
        bool repeats = strips.Sum(strip => strip.Height) <= TallestRepeatedHeader;
        List<Strip> repeatedHeader = repeats ? SetRow(grid, header, new StructureElement("TR"), isHeader: true, repeated: []) : [];
        for (int i = 0; i < rows.Count; i++)
        {
            List<Strip> row = SetRow(grid, rows[i], element.AddElement("TR"), isHeader: false, repeatedHeader);
            row[0].MayStartPage = i > 0 && i < rows.Count - 1;
            strips.AddRange(row);
        }

        return strips;
    }

    private static void RejectMalformed(Table table)
    {
        if (table.Columns.Count == 0 || table.Rows.Any(row => row.Cells.Count != table.Columns.Count))
        {
            throw new ArgumentException("A table needs at least one column, and every row as many cells as there are columns.", nameof(table));
        }
    }

    /// <summary>Tables with very many columns are set smaller before words are torn apart.</summary>
    private static TextLook Look(Table table, Area area)
    {
        double share = area.Width / table.Columns.Count / ComfortableColumn;
        double size = Math.Clamp(LargestSize * share, SmallestSize, LargestSize);
        return new TextLook(size, size * 1.35);
    }

    private List<Strip> SetRow(Grid grid, List<StyledText> cells, StructureElement row, bool isHeader, List<Strip> repeated)
    {
        var tagged = new List<Tagged>();
        var lines = new List<IReadOnlyList<Line>>();
        for (int column = 0; column < cells.Count; column++)
        {
            StructureElement cell = isHeader ? row.AddElement("TH", HeaderAttributes) : row.AddElement("TD");
            tagged.Add(TextSetter.Tag(cell, cells[column]));
            lines.Add(setter.Break(cells[column], grid.InnerWidth(column)));
        }

        int height = Math.Max(1, lines.Max(cell => cell.Count));
        var strips = new List<Strip>();
        for (int index = 0; index < height; index++)
        {
            strips.Add(SetRowLine(grid, tagged, lines, index, height, isHeader, repeated));
        }

        return strips;
    }

    private static Strip SetRowLine(Grid grid, List<Tagged> cells, List<IReadOnlyList<Line>> lines, int index, int height, bool isHeader, List<Strip> repeated)
    {
        double above = index == 0 ? RowPadding : 0, below = index == height - 1 ? RowPadding : 0;
        var strip = new Strip(above + grid.Look.Leading + below)
        {
            MayStartPage = index == 0 || (height > LongRow && index >= 2 && height - index >= 2),
            IsTextLine = index == 0,
            RepeatedHeader = repeated,
        };
        for (int column = 0; column < cells.Count; column++)
        {
            if (index < lines[column].Count)
            {
                Line line = lines[column][index];
                TextSetter.Draw(strip.Marks, line, cells[column], grid.TextLeft(column, line.Width), above + grid.Look.Baseline, grid.Look);
            }
        }

        if (index == height - 1)
        {
            strip.Marks.Add(new RuleMark(grid.Area.Left, strip.Height, grid.Area.Width, isHeader ? 0.8 : 0.35, isHeader ? 0 : RowColor));
        }

        return strip;
    }

    private sealed class Grid(IReadOnlyList<ColumnAlignment> alignments, double[] widths, Area area, double padding, TextLook look)
    {
        public Area Area => area;

        public TextLook Look => look;

        public double InnerWidth(int column) => widths[column] - 2 * padding;

        public double TextLeft(int column, double textWidth)
        {
            double slack = InnerWidth(column) - textWidth;
            double shift = alignments[column] switch
            {
                ColumnAlignment.Left => 0,
                ColumnAlignment.Center => slack / 2,
                ColumnAlignment.Right => slack,
                _ => throw new ArgumentOutOfRangeException(nameof(column), alignments[column], "Unknown alignment."),
            };
            return area.Left + widths.Take(column).Sum() + padding + shift;
        }
    }
}
