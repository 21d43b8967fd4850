using System.Text;

namespace Anfragen.Application.Accounts;

/// <summary>The name by which somebody signs in.</summary>
public static class Login
{
    /// <summary>
    /// The form under which a login is unique and found. Made here and not in SQL: SQLite folds ASCII only, and the two
    /// databases would disagree on who may sign in.
    /// </summary>
    public static string Fold(string login) => login.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
}
