using System.Text.RegularExpressions;

namespace Anfragen.Domain.Tests;

/// <summary>The glossary of src/README.md names every public type of the domain, and none that is gone.</summary>
public sealed partial class GlossaryTests
{
    private static readonly IReadOnlyList<string> Named =
    [
        .. Repository.Lines("src/README.md")
            .SkipWhile(line => line != "## Glossary")
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .SelectMany(line => Identifier().Matches(line.Split('|')[2]))
            .Select(match => match.Value.Trim('`')),
    ];

    private static readonly IReadOnlyList<string> PublicTypes =
        [.. typeof(Rule).Assembly.GetExportedTypes().Where(type => !type.IsNested).Select(type => type.Name.Split('`')[0])];

    [Fact]
    public void Every_public_type_of_the_domain_stands_in_the_glossary() => Assert.Empty(PublicTypes.Except(Named));

    [Fact]
    public void The_glossary_names_nothing_that_the_domain_does_not_have() => Assert.Empty(Named.Except(PublicTypes));

    [Fact]
    public void No_identifier_is_explained_twice() => Assert.Distinct(Named);

    [GeneratedRegex("`[A-Za-z]+`")]
    private static partial Regex Identifier();
}
