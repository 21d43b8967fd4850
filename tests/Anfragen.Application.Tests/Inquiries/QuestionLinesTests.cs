using Anfragen.Application.Inquiries;

namespace Anfragen.Application.Tests.Inquiries;

public sealed class QuestionLinesTests
{
    // A letter for each line, with a dot for each level.
    private static readonly IReadOnlyList<QuestionLine> Lines = Read("a .b ..c .d e .f");

    [Fact]
    public void A_line_moves_with_what_belongs_to_it()
    {
        Assert.Equal("e .f a .b ..c .d", Write(Lines.MoveDown(0)));
        Assert.Equal("e .f a .b ..c .d", Write(Lines.MoveUp(4)));
        Assert.Equal("a .d .b ..c e .f", Write(Lines.MoveDown(1)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(-1)]
    [InlineData(6)]
    public void The_first_of_its_kind_moves_no_further_up(int index) => Assert.Equal(Lines, Lines.MoveUp(index));

    [Theory]
    [InlineData(4)]
    [InlineData(3)]
    [InlineData(-1)]
    [InlineData(6)]
    public void The_last_of_its_kind_moves_no_further_down(int index) => Assert.Equal(Lines, Lines.MoveDown(index));

    [Fact]
    public void A_line_goes_deeper_and_comes_up_with_what_is_below_it()
    {
        Assert.Equal("a .b ..c .d .e ..f", Write(Lines.Indent(4)));
        Assert.Equal("a b .c .d e .f", Write(Lines.Outdent(1)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void No_line_is_more_than_one_level_below_the_one_above(int index) => Assert.Equal(Lines, Lines.Indent(index));

    [Fact]
    public void No_line_goes_deeper_than_the_form_shows()
    {
        var deep = Read("a .b ..c ...d ....e .....f .....g");

        Assert.Equal(deep, deep.Indent(6));
        Assert.Equal(deep, Read("a").Concat(deep.Skip(1)).ToList().Indent(5));
    }

    [Fact]
    public void What_is_below_a_removed_line_moves_up()
    {
        Assert.Equal("b .c d e .f", Write(Lines.Remove(0)));
        Assert.Equal(Lines, Lines.Remove(17));
    }

    [Fact]
    public void A_line_is_added_after_what_belongs_to_the_one_above()
    {
        Assert.Equal("a .b ..c .d  e .f", Write(Lines.Add(0)));
        Assert.Equal("a .b ..c . .d e .f", Write(Lines.Add(1)));
        Assert.Equal("a .b ..c .d e .f ", Write(Lines.Add()));
    }

    private static IReadOnlyList<QuestionLine> Read(string lines) =>
        [.. lines.Split(' ').Select(line => new QuestionLine { Text = line.TrimStart('.'), Level = line.Count(character => character == '.') })];

    private static string Write(IEnumerable<QuestionLine> lines) =>
        string.Join(' ', lines.Select(line => new string('.', line.Level) + line.Text));
}
