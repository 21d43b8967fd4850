using Anfragen.Domain.Inquiries;

namespace Anfragen.Domain.Tests.Inquiries;

public sealed class QuestionTreeTests
{
    [Theory]
    [InlineData("0 0 0", "1 2 3")]
    [InlineData("0 1 1 0 1", "1 1.1 1.2 2 2.1")]
    [InlineData("0 1 2 2 1 0", "1 1.1 1.1.1 1.1.2 1.2 2")]
    [InlineData("0 5 5", "1 1.1 1.1.1")]
    [InlineData("3 0", "1 2")]
    [InlineData("-1 0", "1 2")]
    public void Lines_are_numbered_by_their_depth(string levels, string ordinals)
    {
        var tree = QuestionTree.Build([.. levels.Split(' ').Select(level => new QuestionDraft(null, "Frage?", int.Parse(level, null), true))]);

        Assert.Equal(ordinals.Split(' '), tree.Select(question => question.Ordinal));
        Assert.Equal(ordinals.Split(' ').Select(ordinal => ordinal.Split('.').Length - 1), tree.Select(question => question.Level()));
    }

    [Fact]
    public void A_line_hangs_under_the_line_above_that_is_one_less_deep()
    {
        var tree = QuestionTree.Build([new("I.", "Stamm", 0, false), new("1.", "Erste?", 1, true), new("II.", "Zweiter", 0, false), new("1.", "Zweite?", 1, true)]);

        Assert.Equal([null, tree[0].Id, null, tree[2].Id], tree.Select(question => question.ParentId));
        Assert.Equal([1, 2, 3, 4], tree.Select(question => question.Position));
    }

    [Fact]
    public void Labels_stay_as_written_and_may_repeat_or_be_missing()
    {
        var tree = QuestionTree.Build([new("a)", "Erste?", 0, true), new("a)", "Zweite?", 0, true), new(" ", "Dritte?", 0, true)]);

        Assert.Equal(["a)", "a)", null], tree.Select(question => question.Label));
        Assert.Equal(3, tree.Select(question => question.Id).Distinct().Count());
    }
}
