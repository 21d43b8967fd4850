using Anfragen.Domain.Assignments;

namespace Anfragen.Domain.Tests.Assignments;

public sealed class DepartmentSuggesterTests
{
    private static readonly OrganizationId Roads = OrganizationId.New();
    private static readonly OrganizationId Green = OrganizationId.New();
    private static readonly OrganizationId Citizens = OrganizationId.New();

    private static readonly IReadOnlyList<(OrganizationId Id, string Name)> Departments =
        [(Roads, "Amt 61 – Stadtplanungsamt"), (Green, "Amt 67 – Grün- und Umweltamt"), (Citizens, "Amt 33 – Bürgeramt")];

    [Fact]
    public void The_department_that_had_most_of_the_similar_questions_is_suggested_and_the_latest_named()
    {
        var suggester = new DepartmentSuggester(Departments,
        [
            new(Roads, "Wie viele Radwege in der Neustadt sind beleuchtet?", "9/2025"),
            new(Roads, "Welche Radwege der Neustadt werden saniert?", "5/2025"),
            new(Citizens, "Wie viele Radwege führen in die Neustadt?", "3/2025"),
            new(Green, "Wie viele Bäume wurden gefällt?", "2/2025"),
        ]);

        var suggestion = suggester.For("Wie viele Kilometer Radwege gibt es in der Neustadt?", []);

        Assert.Equal(new DepartmentSuggestion(Roads, "weil 2 ähnliche Fragen dort lagen, zuletzt Nr. 9/2025"), suggestion);
    }

    [Fact]
    public void Whoever_has_declined_is_not_suggested_again()
    {
        var suggester = new DepartmentSuggester(Departments,
            [new(Roads, "Radwege Neustadt beleuchtet", "9/2025"), new(Citizens, "Radwege Neustadt Breite", null)]);

        Assert.Equal(new DepartmentSuggestion(Citizens, "weil eine ähnliche Frage dort lag"), suggester.For("Sind die Radwege der Neustadt sicher?", [Roads]));
    }

    [Fact]
    public void Without_earlier_ones_the_name_of_a_department_in_the_question_counts() => Assert.Equal(
        new DepartmentSuggestion(Citizens, "weil „Bürger“ in seinem Namen steckt"),
        new DepartmentSuggester(Departments, []).For("Wie lange warten Bürgerinnen auf einen Termin?", []));

    [Theory]
    [InlineData("Wie viele sind es in der Stadt?")]
    [InlineData("Was?")]
    [InlineData("")]
    public void Where_nothing_speaks_for_anybody_nobody_is_suggested(string question) =>
        Assert.Null(new DepartmentSuggester(Departments, [new(Roads, "Wie viele sind es in der Verwaltung?", null)]).For(question, []));

    [Fact]
    public void A_department_that_no_longer_exists_is_not_suggested() =>
        Assert.Null(new DepartmentSuggester(Departments, [new(OrganizationId.New(), "Radwege Neustadt", null)]).For("Radwege in der Neustadt?", []));
}
