using Anfragen.Domain.Council;
using Anfragen.Infrastructure.Demo;
using Anfragen.Infrastructure.Mail;

namespace Anfragen.Web.Startup;

/// <summary>How the operator gets in: with the demo's accounts, or by making the first one.</summary>
internal static class Greeting
{
    /// <summary>The command that makes an account to begin with.</summary>
    public const string FirstAccount = "anfragen user add --name NAME --login ANMELDUNG --role Administrator --organization Stadtverwaltung";

    /// <summary>Whether people are told by mail.</summary>
    public static string Of(MailSettings mail) => mail.IsOn
        ? $"Mails gehen über {mail}{(mail.StartTls ? "" : " (ohne Verschlüsselung)")}."
        : $"Mails sind aus: {MailSettings.HostSetting} ist nicht gesetzt. Der Postausgang hält fest, was verschickt worden wäre.";

    /// <param name="isDevelopment">Only then the demo's password is told.</param>
    /// <param name="logins">The accounts that can sign in.</param>
    /// <param name="withoutPassword">How many accounts cannot yet.</param>
    public static IReadOnlyList<string> For(bool isDevelopment, IReadOnlyCollection<string> logins, long withoutPassword)
    {
        if (logins.Count == 0)
        {
            return withoutPassword == 0
                ? ["Es gibt noch kein Konto. Das erste legt an: " + FirstAccount]
                : ["Noch hat kein Konto ein Passwort. Eines setzt: anfragen user password --login ANMELDUNG", "Ein Konto der Administration legt an: " + FirstAccount];
        }

        var demo = isDevelopment ? DemoCity.Accounts.Where(account => logins.Contains(account.Login)).ToList() : [];
        return demo.Count == 0 ? [] : ["", $"Konten der Beispielstadt, alle mit dem Passwort {DemoCity.Password}:", .. Table(demo), ""];
    }

    private static IEnumerable<string> Table(IReadOnlyCollection<DemoAccount> accounts)
    {
        var loginWidth = accounts.Max(account => account.Login.Length);
        var nameWidth = accounts.Max(account => account.Name.Length);
        return accounts.Select(account =>
            $"  {account.Login.PadRight(loginWidth)}  {account.Name.PadRight(nameWidth)}  {account.Organization}{WordFor(account.Role)}");
    }

    // The offices are named by their organisation already.
    private static string WordFor(Role role) => role switch
    {
        Role.GroupMember => ", Mitglied",
        Role.DepartmentStaff => ", Sachbearbeitung",
        Role.HeadOfDepartment => ", Leitung",
        Role.Administrator => ", Administration",
        _ => "",
    };
}
