using Anfragen.Domain.Council;
using FluentValidation;

namespace Anfragen.Application.Accounts;

/// <summary>What a password must be: long and not the login. Rules of composition make passwords worse (NIST SP 800-63B).</summary>
internal static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 200;

    public static string? Refusal(string password, string login)
    {
        if (password.Length < Shortest) return $"Ein Passwort hat mindestens {Shortest} Zeichen.";
        if (password.Length > Longest) return $"Ein Passwort hat höchstens {Longest} Zeichen.";
        return IsLogin(password, login) ? AccountRules.PasswordIsNotLogin.Text : null;
    }

    public static bool IsLogin(string password, string login) => Login.Fold(password) == Login.Fold(login);

    /// <summary>For a new password typed twice; whose login it must not be is known later.</summary>
    public static void CheckNewPassword<T>(this AbstractValidator<T> validator, Func<T, (string Password, string Repeated)> read)
    {
        validator.CheckPassword(command => (read(command).Password, ""));
        validator.RuleFor(command => command).Custom((command, context) =>
        {
            var (password, repeated) = read(command);
            if (password != repeated) context.AddFailure(nameof(AcceptInvitation.RepeatedPassword), "Die beiden Passwörter stimmen nicht überein.");
        });
    }

    /// <summary>Refuses without the value: a failure of FluentValidation otherwise carries what was typed.</summary>
    public static void CheckPassword<T>(this AbstractValidator<T> validator, Func<T, (string Password, string Login)> read) =>
        validator.RuleFor(command => command).Custom((command, context) =>
        {
            var (password, login) = read(command);
            if (Refusal(password, login) is { } sentence) context.AddFailure(nameof(AddAccount.Password), sentence);
        });
}
