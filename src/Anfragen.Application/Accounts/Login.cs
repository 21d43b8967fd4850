using System.Text;
using FluentValidation;

namespace Anfragen.Application.Accounts;

/// <summary>The name by which somebody signs in.</summary>
public static class Login
{
    /// <summary>
    /// The form under which a login is unique and found. Made here and not in SQL: SQLite folds ASCII only, and the two
    /// databases would disagree on who may sign in.
    /// </summary>
    public static string Fold(string login) => login.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    /// <summary>What a new login must be.</summary>
    public static void IsLogin<T>(this IRuleBuilder<T, string?> rule) =>
        rule.IsGiven("Bitte geben Sie die Anmeldung an.").IsLine(100)
            .Must(login => login is null || !login.Trim().Any(char.IsWhiteSpace)).WithMessage("Eine Anmeldung enthält keine Leerzeichen.");
}
