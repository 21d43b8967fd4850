using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Anfragen.Infrastructure.Accounts;

/// <summary>
/// Identity's PBKDF2 with HMAC-SHA512 over a password in one Unicode form: keyboards write "ü" as one character or as two.
/// </summary>
public sealed class AccountPasswordHasher(IOptions<PasswordHasherOptions> options) : PasswordHasher<Account>(options)
{
    /// <summary>What OWASP names for PBKDF2 with HMAC-SHA512.</summary>
    public const int Iterations = 210_000;

    /// <summary>The setting by which tests take fewer.</summary>
    public const string IterationsSetting = "Anfragen:PasswordIterations";

    private string? _decoy;

    public override string HashPassword(Account user, string password) => base.HashPassword(user, Uniform(password));

    public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) =>
        base.VerifyHashedPassword(user, hashedPassword, Uniform(providedPassword));

    /// <summary>Costs what checking a password costs, where there is none to check: the time must not tell which logins exist.</summary>
    public void CheckNothing(string password)
    {
        var nobody = new Account();
        VerifyHashedPassword(nobody, _decoy ??= HashPassword(nobody, "decoy"), password);
    }

    private static string Uniform(string password) => password.Normalize(NormalizationForm.FormKC);
}
