namespace Anfragen.Domain.Inquiries;

/// <summary>Einzelfrage: a node of the question tree. The label is shown as written and never used as a key; order is <see cref="Ordinal"/>.</summary>
/// <param name="Id">Identity, also between versions of nothing else.</param>
/// <param name="ParentId">The question above, or null.</param>
/// <param name="Position">1 to n in reading order.</param>
/// <param name="Ordinal">Our own numbering of the tree: "1", "1.1", "2".</param>
/// <param name="Label">As written ("a)", "1.1", "I."), or null.</param>
/// <param name="Text">Verbatim; nobody but the asker changes it, and only before registration.</param>
/// <param name="IsAsked">False for a heading or stem that itself asks nothing.</param>
public sealed record Question(
    QuestionId Id, QuestionId? ParentId, int Position, string Ordinal, string? Label, string Text, bool IsAsked)
{
    /// <summary>1 in the registered wording; more for supplementary questions (Nachfragen), one round for those admitted together.</summary>
    public int Round { get; init; } = 1;

    /// <summary>Whether it was asked after the answer.</summary>
    public bool IsSupplementary => Round > 1;

    /// <summary>What the journal names of a supplementary question; the registered wording has a digest of its own.</summary>
    public string Sha256 => Digest.OfParts([Id.ToString(), ParentId?.ToString(), Digest.Number(Round), Ordinal, Label, Text]);
}

/// <summary>Frage im Entwurf: one line of the form. <paramref name="Level"/> is its depth in the tree, 0 at the top.</summary>
public sealed record QuestionDraft(string? Label, string Text, int Level, bool IsAsked);

/// <summary>Fragenbaum: builds the tree from lines with levels.</summary>
public static class QuestionTree
{
    /// <summary>
    /// Gives every line an id, a parent and an ordinal. A line that is deeper than its predecessor by more than one counts as one deeper.
    /// </summary>
    public static IReadOnlyList<Question> Build(IReadOnlyList<QuestionDraft> drafts)
    {
        var questions = new List<Question>(drafts.Count);
        var path = new List<(QuestionId Id, int Number)>();
        var childrenAtRoot = 0;
        var children = new Dictionary<QuestionId, int>();

        foreach (var draft in drafts)
        {
            var level = Math.Clamp(draft.Level, 0, path.Count);
            path.RemoveRange(level, path.Count - level);
            QuestionId? parent = path.Count == 0 ? null : path[^1].Id;
            var number = parent is { } id ? children[id] = children.GetValueOrDefault(id) + 1 : ++childrenAtRoot;

            var question = QuestionId.New();
            path.Add((question, number));
            questions.Add(new Question(
                question, parent, questions.Count + 1, string.Join('.', path.Select(step => step.Number)),
                string.IsNullOrWhiteSpace(draft.Label) ? null : draft.Label.Trim(), draft.Text.Trim(), draft.IsAsked));
        }

        return questions;
    }

    /// <summary>In reading order: each supplementary question behind what belongs to the question it follows, or at the end.</summary>
    public static IReadOnlyList<Question> Arrange(IEnumerable<Question> questions)
    {
        var children = questions.OrderBy(question => question.Position).ToLookup(question => question.ParentId);
        return [.. Below(null)];

        IEnumerable<Question> Below(QuestionId? parent) => children[parent].SelectMany(question => Below(question.Id).Prepend(question));
    }

    /// <summary>Depth of the question, 0 at the top.</summary>
    public static int Level(this Question question) => question.Ordinal.Count(character => character == '.');
}
