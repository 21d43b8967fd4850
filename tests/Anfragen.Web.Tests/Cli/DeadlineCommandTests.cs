namespace Anfragen.Web.Tests.Cli;

public sealed class DeadlineCommandTests(DemoRoot demo) : IClassFixture<DemoRoot>
{
    [Theory]
    [InlineData("muenchen", null, "2025-09-05", "2025-10-17")]
    [InlineData("muenchen", "schriftlich", "2025-07-04", "2025-08-18")]
    [InlineData("muenchen", null, "2022-03-01", "2022-05-24")]
    [InlineData("stuttgart", null, "2025-09-12", "2025-10-06")]
    [InlineData("stuttgart", "grundsaetzlich", "2025-09-05", "2025-10-17")]
    [InlineData("dresden", null, "2025-10-22", "2025-11-20")]
    [InlineData("hamburg-bezirk", "klein", "2025-09-05", "2025-09-17")]
    [InlineData("hamburg-bezirk", "gross", "2025-10-01", "2025-11-03")]
    [InlineData("berlin-bvv", null, "2025-04-03", "2025-05-09")]
    public async Task The_day_stands_on_the_first_line_and_the_reasons_below(string rules, string? kind, string received, string due)
    {
        var run = await demo.Root.Run(["deadline", "--rules", rules, "--received", received, .. kind is null ? Array.Empty<string>() : ["--kind", kind]]);

        Assert.Equal((0, ""), (run.Code, run.Error));
        var lines = run.Output.Split(Environment.NewLine);
        Assert.Equal(due, lines[0]);
        Assert.Contains("§ 187 Abs. 1 BGB", run.Output, StringComparison.Ordinal);
        Assert.Contains($"{DateOnly.Parse(due):dd.MM.yyyy} fällig.", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("ortsbeirat")]
    public async Task A_length_that_nobody_has_confirmed_is_not_guessed(string? kind)
    {
        var run = await demo.Root.Run(["deadline", "--rules", "mainz", "--received", "2025-09-05", .. kind is null ? Array.Empty<string>() : ["--kind", kind]]);

        Assert.Equal(1, run.Code);
        Assert.StartsWith("noch zu bestätigen", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "Es gibt: berlin-bvv, dresden, hamburg-bezirk, mainz, muenchen, stuttgart.", "--rules", "../mainz", "--received", "2025-09-05")]
    [InlineData(1, "Es kennt: klein, gross.", "--rules", "hamburg-bezirk", "--kind", "mittel", "--received", "2025-09-05")]
    [InlineData(1, "1990 bis 2100", "--rules", "dresden", "--received", "1989-12-31")]
    [InlineData(2, "„5.9.2025“ ist kein Datum wie 2025-09-05.", "--rules", "dresden", "--received", "5.9.2025")]
    public async Task What_cannot_be_computed_is_one_sentence(int code, string sentence, params string[] arguments)
    {
        var run = await demo.Root.Run(["deadline", .. arguments]);

        Assert.Equal((code, ""), (run.Code, run.Output));
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }
}
