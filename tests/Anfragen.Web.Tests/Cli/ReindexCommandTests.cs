namespace Anfragen.Web.Tests.Cli;

public sealed class ReindexCommandTests(DemoRoot demo) : IClassFixture<DemoRoot>
{
    [Fact]
    public async Task The_index_is_built_from_every_inquiry_and_can_be_built_again()
    {
        var first = await demo.Root.Run("reindex");
        var second = await demo.Root.Run("reindex");

        Assert.Equal((0, 0), (first.Code, second.Code));
        Assert.Matches("^Neu aufgenommen: [1-9][0-9]+ Anfragen", first.Output);
        Assert.Equal(first.Output, second.Output);
        Assert.Contains("Suchindex: 100 %", first.Error, StringComparison.Ordinal);
    }
}
