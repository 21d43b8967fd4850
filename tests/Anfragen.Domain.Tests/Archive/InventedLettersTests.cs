using Anfragen.Domain.Archive;
using Xunit.Abstractions;

namespace Anfragen.Domain.Tests.Archive;

/// <summary>Invented letters in the styles of thirteen councils, each with what a person reads in it.</summary>
public class InventedLettersTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("koeln", 0)]
    [InlineData("dresden", 0)]
    [InlineData("muenchen", 0)]
    [InlineData("hamburg", 1)]
    [InlineData("berlin", 0)]
    [InlineData("stuttgart", 0)]
    [InlineData("leipzig", 0)]
    [InlineData("wiesbaden", 0)]
    [InlineData("ortsbeirat", 0)]
    [InlineData("hannover", 0)]
    [InlineData("erfurt", 2)]
    [InlineData("bonn", 2)]
    [InlineData("nuernberg", 1)]
    public void Reads_a_letter_of_another_city(string name, int missing)
    {
        var letter = Letter.Load(name);

        var read = ArchiveReader.Read(letter.Sources);

        var (expected, missed) = letter.Compare(read);
        output.WriteLine($"{name}: {expected - missed.Count} of {expected}");
        output.WriteLine(string.Join('\n', missed.Select(line => "missed " + line)));
        output.WriteLine(ArchiveNotation.Page(read));
        Assert.Equal(missing, missed.Count);
    }
}
