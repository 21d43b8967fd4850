using Anfragen.Domain.Archive;
using Anfragen.Domain.Council;

namespace Anfragen.Domain.Tests.Archive;

public sealed class OrganizationFinderTests
{
    private static readonly Organization[] City =
    [
        Of(OrganizationKind.ParliamentaryGroup, new("SPD-Stadtratsfraktion", null, "der SPD-Stadtratsfraktion", "SPD")),
        Of(OrganizationKind.ParliamentaryGroup, new("Stadtratsfraktion BÜNDNIS 90/DIE GRÜNEN", null, null, "GRÜNE")),
        Of(OrganizationKind.ParliamentaryGroup, new("Fraktion Volt", null, null, "Volt")) with
        {
            Former = [new(new("Fraktion Die PARTEI/Volt"), new(2023, 12, 31))],
        },
        Of(OrganizationKind.ParliamentaryGroup, new("Freie Wähler 2014")) with { Validity = new(new(2014, 7, 1), new(2019, 6, 30)), Former = [new(new("Freie Wähler"), new(2015, 1, 1))] },
        Of(OrganizationKind.ParliamentaryGroup, new("Freie Wähler")) with { Validity = new(new(2019, 7, 1), null) },
        Of(OrganizationKind.LocalCouncil, new("Ortsbeirat Mainz-Neustadt")),
        Of(OrganizationKind.Directorate, new("Dezernat für Umwelt", "Dezernat IV")),
        Of(OrganizationKind.Department, new("Bürgeramt", "33")),
        Of(OrganizationKind.Department, new("Amt für Umweltschutz", "Amt 31", "des Amts für Umweltschutz")),
    ];

    [Theory]
    [InlineData("SPD-Stadtratsfraktion", "SPD-Stadtratsfraktion")]
    [InlineData("der SPD-Fraktion im Stadtrat", "SPD-Stadtratsfraktion")]
    [InlineData("spd", "SPD-Stadtratsfraktion")]
    [InlineData("Grüne", "Stadtratsfraktion BÜNDNIS 90/DIE GRÜNEN")]
    [InlineData("GRÜNEN", "Stadtratsfraktion BÜNDNIS 90/DIE GRÜNEN")]
    [InlineData("Bündnis 90/Die Grünen", "Stadtratsfraktion BÜNDNIS 90/DIE GRÜNEN")]
    [InlineData("Die PARTEI/Volt", "Fraktion Volt")]
    [InlineData("Ortsbeirat Mainz-Neustadt", "Ortsbeirat Mainz-Neustadt")]
    [InlineData("Freie Wähler", "Freie Wähler")]
    [InlineData("SPD-Fraktion im Ortsbeirat Mainz-Neustadt", null)]
    [InlineData("CDU", null)]
    [InlineData("", null)]
    [InlineData("Die", null)]
    public void Finds_a_group_by_the_names_it_has_or_had(string written, string? name) =>
        Assert.Equal(name, new OrganizationFinder(City).Group(written, new DateOnly(2021, 5, 1))?.Names.Name);

    [Fact]
    public void Two_groups_of_one_name_are_told_apart_by_the_day_and_otherwise_left_to_a_person()
    {
        var finder = new OrganizationFinder(City);

        Assert.Equal("Freie Wähler 2014", finder.Group("Freie Wähler", new DateOnly(2014, 9, 1))?.Names.Name);
        Assert.Null(finder.Group("Freie Wähler", null));
    }

    [Fact]
    public void The_name_of_the_city_itself_does_not_tell()
    {
        Assert.Null(new OrganizationFinder(City).Group("SPD-Stadtratsfraktion Mainz", null));
        Assert.Equal("SPD-Stadtratsfraktion", new OrganizationFinder(City, ["Mainz"]).Group("SPD-Stadtratsfraktion Mainz", null)?.Names.Name);
        Assert.Equal("Ortsbeirat Mainz-Neustadt", new OrganizationFinder(City, ["Mainz"]).Group("Ortsbeirat Mainz-Neustadt", null)?.Names.Name);
    }

    [Theory]
    [InlineData("Dez. 4", "Dezernat für Umwelt")]
    [InlineData("Dezernat IV", "Dezernat für Umwelt")]
    [InlineData("Amt 33", "Bürgeramt")]
    [InlineData("Amt 31", "Amt für Umweltschutz")]
    [InlineData("Bürgeramt", "Bürgeramt")]
    [InlineData("des Amts für Umweltschutz", "Amt für Umweltschutz")]
    [InlineData("Dez. 3", null)]
    [InlineData("Amt 4", null)]
    [InlineData("SPD", null)]
    public void Finds_a_department_by_number_or_name(string written, string? name) =>
        Assert.Equal(name, new OrganizationFinder(City).Department(written, null)?.Names.Name);

    private static Organization Of(OrganizationKind kind, OrganizationNames names) => new() { Id = OrganizationId.New(), Type = kind, Names = names };
}
