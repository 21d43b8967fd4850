using Anfragen.Domain.Inquiries;

namespace Anfragen.Domain.Tests.Inquiries;

public sealed class IntakeSplitterTests
{
    [Theory]
    [InlineData("An die Stadt\nBetreff: Radwege in der Neustadt\n\nWir fragen:\n1. Wie viele?\n2. Wo?", "Radwege in der Neustadt")]
    [InlineData("  Betr.:   Radwege\n\nWir fragen:\n1. Wie viele?\n2. Wo?", "Radwege")]
    [InlineData("Betreff:\n\nRadwege in der Neustadt\n\nWir fragen:\n1. Wie viele?\n2. Wo?", "Radwege in der Neustadt")]
    [InlineData("Radwege in der Neustadt\n\nWir fragen:\n1. Wie viele?\n2. Wo?", "")]
    [InlineData("Wir fragen:\n1. Betreff: ein Wort?\n2. Wo?", "")]
    [InlineData("Der Betreff: er fehlt oft.\n\nWir fragen:\n1. Wie viele?\n2. Wo?", "")]
    public void Only_a_line_that_calls_itself_the_subject_is_one(string text, string subject)
    {
        var split = IntakeSplitter.Split(text);

        Assert.Equal(subject, split.Subject);
        Assert.Equal(2, split.Text.Questions.Count);
        Assert.Empty(MissingPassages.Of(
            [.. text.Split('\n').Select(line => line.Replace("Betreff:", "", StringComparison.Ordinal).Replace("Betr.:", "", StringComparison.Ordinal))],
            [split.Subject, split.Text.Preamble, .. split.Text.Questions.Select(question => $"{question.Label}\n{question.Text}"), split.Text.Rationale]));
        Assert.DoesNotContain("Radwege", subject.Length > 0 ? split.Text.Preamble ?? "" : "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Die Verwaltung möge prüfen.\n\nDer Steg ist alt.")]
    [InlineData("Einladung zur Sitzung am Montag.")]
    public void Where_nothing_is_asked_everything_stands_in_the_preamble(string text)
    {
        var split = IntakeSplitter.Split(text);

        Assert.Empty(split.Text.Questions);
        Assert.Equal(text, split.Text.Preamble);
        Assert.Null(split.Text.Rationale);
    }

    [Fact]
    public void A_question_in_prose_is_found() =>
        Assert.Equal("Wann wird der Steg saniert?", Assert.Single(IntakeSplitter.Split("Der Steg ist alt.\n\nWann wird der Steg saniert?").Text.Questions).Text);

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\n")]
    public void Nothing_is_nothing(string text) => Assert.Equal(("", 0, null), Parts(IntakeSplitter.Split(text)));

    private static (string, int, string?) Parts(SplitIntake split) => (split.Subject, split.Text.Questions.Count, split.Text.Preamble);
}
