using Anfragen.Domain.Inquiries;

namespace Anfragen.Web.Layout;

/// <summary>How pages speak of a question.</summary>
public static class QuestionNames
{
    /// <summary>"Frage 3", "Frage a)": the asker's own label, else our numbering.</summary>
    public static string Name(this Question question) => question.IsSupplementary ? question.Short() : $"Frage {question.Short()}";

    /// <summary>"3", "a)".</summary>
    public static string Short(this Question question) => (question.Label ?? question.Ordinal).TrimEnd('.');

    /// <summary>"Frage 3" or "Fragen 1, 2 und 5".</summary>
    public static string Names(this IReadOnlyList<Question> questions) => questions switch
    {
        [] => "keine Frage",
        [var only] => only.Name(),
        _ => $"Fragen {string.Join(", ", questions.SkipLast(1).Select(Short))} und {questions[^1].Short()}",
    };
}
