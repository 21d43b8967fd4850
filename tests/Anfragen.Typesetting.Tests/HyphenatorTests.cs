namespace Anfragen.Typesetting.Tests;

public sealed class HyphenatorTests
{
    [Theory]
    [InlineData("Verwaltung", "Ver-wal-tung")]
    [InlineData("Organisationsuntersuchung", "Or-ga-ni-sa-ti-ons-un-ter-su-chung")]
    [InlineData("Maßnahme", "Maß-nah-me")]
    [InlineData("Zuckerrübe", "Zu-cker-rü-be")]
    [InlineData("STADTRAT", "STADT-RAT")]
    [InlineData("Amt", "Amt")]
    public void German_words_divide_as_the_rules_have_it(string word, string divided)
    {
        IReadOnlyList<int> points = TestFonts.Hyphenator.BreakPoints(word);
        Assert.Equal(divided.Replace("-", ""), word);
        Assert.All(points, point => Assert.Contains(point, Positions(divided)));
        Assert.Equal(divided.Contains('-'), points.Count > 0);
    }

    [Fact]
    public void Two_letters_stay_before_and_three_after()
    {
        var everywhere = new Hyphenator(["1a1"]);
        Assert.Equal([2, 3, 4], everywhere.BreakPoints("aaaaaaa"));
    }

    [Fact]
    public void The_strongest_level_wins()
    {
        var hyphenator = new Hyphenator(["a1b", "aab2b", "xa2bc"]);
        Assert.Equal([3], hyphenator.BreakPoints("xxabbbb"));
        Assert.Empty(hyphenator.BreakPoints("xxabcbb"));
    }

    [Fact]
    public void Very_long_words_are_no_problem()
    {
        Assert.NotEmpty(TestFonts.Hyphenator.BreakPoints(string.Concat(Enumerable.Repeat("verwaltung", 100))));
    }

    private static IEnumerable<int> Positions(string divided)
    {
        int letters = 0;
        foreach (char sign in divided)
        {
            if (sign == '-')
            {
                yield return letters;
            }
            else
            {
                letters++;
            }
        }
    }
}
