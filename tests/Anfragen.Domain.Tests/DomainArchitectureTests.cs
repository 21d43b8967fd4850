using System.Reflection;

namespace Anfragen.Domain.Tests;

public sealed class DomainArchitectureTests
{
    private static readonly Assembly Domain = typeof(Rule).Assembly;

    private static readonly IReadOnlyList<Rule> Rules =
    [
        .. Domain.GetTypes().SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public))
            .Where(field => field.FieldType == typeof(Rule)).Select(field => (Rule)field.GetValue(null)!),
    ];

    // Taken by accounts, which have no table of transitions.
    private static readonly Step[] StepsOutsideOfCases = [Step.AddAccount, Step.GrantRole, Step.LockAccount, Step.SuspendSignIn,
        Step.EndRole, Step.ChangeAccount, Step.InviteAccount, Step.SetPassword, Step.UnlockAccount, Step.AddEntry, Step.ChangeEntry, Step.EndEntry];

    [Fact]
    public void The_domain_knows_nothing_but_the_runtime() =>
        Assert.All(Domain.GetReferencedAssemblies(), reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal));

    [Fact]
    public void Every_rule_has_a_code_of_its_own()
    {
        Assert.NotEmpty(Rules);
        Assert.Empty(Rules.GroupBy(rule => rule.Code).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.All(Rules, rule => Assert.Matches("^[a-z]+\\.[a-z]+(-[a-z]+)*$", rule.Code));
    }

    [Fact]
    public void Every_rule_speaks_in_whole_sentences() =>
        Assert.All(Rules, rule => Assert.Matches("^\\p{Lu}.+[^.]\\.$", rule.Text));

    [Fact]
    public void Every_step_stands_in_a_table()
    {
        var inTables = Transitions.OfInquiry.Select(row => row.Step)
            .Concat(Transitions.OfAssignment.Select(row => row.Step))
            .Concat(Transitions.OfAnswer.Select(row => row.Step))
            .Concat(Transitions.OfReply.Select(row => row.Step))
            .Concat(Transitions.OfPublication.Select(row => row.Step))
            .Concat(Transitions.OfAttachment.Select(row => row.Step))
            .Concat(Transitions.OfPromise.Select(row => row.Step))
            .Concat(Transitions.OfDeadline.Select(row => row.Step));

        Assert.Equal(Enum.GetValues<Step>().Order(), inTables.Concat(StepsOutsideOfCases).Distinct().Order());
    }

    [Fact]
    public void No_table_leaves_open_where_a_step_leads()
    {
        Assert.Distinct(Transitions.OfInquiry.Select(row => (row.From, row.Step)));
        Assert.Distinct(Transitions.OfAssignment.Select(row => (row.From, row.Step)));
        Assert.Distinct(Transitions.OfAnswer.Select(row => (row.From, row.Step)));
        Assert.Distinct(Transitions.OfReply.Select(row => (row.From, row.Step)));
        Assert.Distinct(Transitions.OfPublication.Select(row => (row.From, row.Step)));
        Assert.Distinct(Transitions.OfAttachment.Select(row => (row.From, row.Step)));
        Assert.Distinct(Transitions.OfPromise.Select(row => (row.From, row.Step)));
        Assert.Distinct(Transitions.OfDeadline.Select(row => (row.From, row.Step)));
    }
}
