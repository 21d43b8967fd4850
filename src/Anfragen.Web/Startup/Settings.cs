using System.Globalization;
using Anfragen.Application.Deadlines;
using Anfragen.Infrastructure;
using Anfragen.Infrastructure.Accounts;
using Anfragen.Infrastructure.Assignments;
using Anfragen.Infrastructure.Backup;
using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Deadlines;
using Anfragen.Infrastructure.Mail;
using Anfragen.Infrastructure.Replies;
using Anfragen.Infrastructure.Sealing;
using Anfragen.Web.Layout;
using Anfragen.Web.Security;

namespace Anfragen.Web.Startup;

/// <summary>Reads every setting before the first request: a mistake is a sentence now and no failure later.</summary>
internal static class Settings
{
    private const string Section = "Anfragen";
    private const string City = $"{Section}:{nameof(SiteOptions.City)}";
    private const string Template = $"{Section}:Template";
    private const string AttemptsPerLogin = $"{SignInLimitOptions.Section}:{nameof(SignInLimitOptions.AttemptsPerLogin)}";
    private const string AttemptsPerAddress = $"{SignInLimitOptions.Section}:{nameof(SignInLimitOptions.AttemptsPerAddress)}";
    private const string Window = $"{SignInLimitOptions.Section}:{nameof(SignInLimitOptions.Window)}";

    private const int LongestCity = 100;

    /// <summary>What may stand below "Anfragen:"; a new setting belongs here and into the README.</summary>
    private static readonly string[] Known =
    [
        DatabaseOptions.Setting, AnfragenRoot.Setting, City, Template, RuleSetting.Name, Proxies.Setting,
        AttemptsPerLogin, AttemptsPerAddress, Window,
        BackupSchedule.FolderSetting, BackupSchedule.AtSetting, BackupSchedule.KeepSetting,
        .. MailSettings.All, RoutingSettings.ReactionDaysSetting,
        PublicAddress.Setting, SealSettings.CertificateSetting, SealSettings.PasswordSetting, SealSettings.ChainSetting, SealSettings.TimestampSetting,
    ];

    /// <summary>For tests, which cannot wait for a real password hash; not for operators.</summary>
    private static readonly string[] Unlisted = [AccountPasswordHasher.IterationsSetting];

    /// <summary>One German sentence for each mistake.</summary>
    public static IReadOnlyList<string> Mistakes(IConfiguration configuration, IServiceProvider services)
    {
        var mistakes = new List<string>();
        mistakes.AddRange(Unknown(configuration));
        mistakes.AddRange(ProxyMistakes(configuration));
        mistakes.AddRange(NumberMistakes(configuration));
        if (configuration[City] is { } city && (string.IsNullOrWhiteSpace(city) || city.Length > LongestCity))
        {
            mistakes.Add($"Die Einstellung {City} ist leer oder länger als {LongestCity} Zeichen; sie nennt die Stadt, zum Beispiel „Mainz“.");
        }

        if (Sentence(() => PublicAddress.From(configuration)) is { } noAddress) mistakes.Add(noAddress);
        if (Sentence(() => MailSettings.From(configuration)) is { } noMail) mistakes.Add(noMail);
        if (Sentence(() => RoutingSettings.From(configuration)) is { } noRouting) mistakes.Add(noRouting);
        if (Sentence(services.GetRequiredService<AnfragenRoot>) is { } noRoot) return [.. mistakes, noRoot];
        var root = services.GetRequiredService<AnfragenRoot>();
        if (Sentence(services.GetRequiredService<DatabaseOptions>) is { } noDatabase) mistakes.Add(noDatabase);
        mistakes.AddRange(services.GetRequiredService<TemplateFolder>().Mistakes().Select(mistake => $"Eine Vorlage (Einstellung {Template}) ist nicht zu gebrauchen. {mistake}"));
        if (configuration[RuleSetting.Name] is { } rules && !services.GetRequiredService<IDeadlineRules>().Names.Contains(rules))
        {
            mistakes.Add($"Ein Regelwerk „{rules}“ (Einstellung {RuleSetting.Name}) gibt es nicht. Es gibt: {string.Join(", ", services.GetRequiredService<IDeadlineRules>().Names)}.");
        }
        if (SealSettings.WhyUnusable(configuration, root) is { } noSeal) mistakes.Add(noSeal);
        if (WhyNotWritable(root.Data) is { } noData) mistakes.Add($"Im Ordner „{root.Data}“ kann das Programm nicht schreiben; dort liegen die Sitzungsschlüssel. {noData}");
        if (Sentence(services.GetRequiredService<BackupSchedule>) is { } noSchedule)
        {
            mistakes.Add(noSchedule);
        }
        else if (services.GetRequiredService<BackupSchedule>().Folder is { } folder && WhyNotWritable(folder) is { } noFolder)
        {
            mistakes.Add($"In den Ordner der Einstellung {BackupSchedule.FolderSetting}, „{folder}“, kann das Programm nicht schreiben. {noFolder}");
        }

        return mistakes;
    }

    private static IEnumerable<string> Unknown(IConfiguration configuration) =>
        from setting in configuration.GetSection(Section).AsEnumerable()
        where setting.Value is not null && !IsSection(setting.Key, setting.Value)
        where !Known.Concat(Unlisted).Contains(setting.Key, StringComparer.OrdinalIgnoreCase)
        where !setting.Key.StartsWith($"{Proxies.Setting}:", StringComparison.OrdinalIgnoreCase)
        select $"Die Einstellung {setting.Key} gibt es nicht. Es gibt: {string.Join(", ", Known)}.";

    // Some sources give a section an empty value of its own.
    private static bool IsSection(string key, string value) =>
        value.Length == 0 && Known.Any(setting => setting.StartsWith($"{key}:", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> ProxyMistakes(IConfiguration configuration)
    {
        if (string.Equals(configuration[Proxies.BelievesEverybody], "true", StringComparison.OrdinalIgnoreCase))
        {
            yield return $"Mit ASPNETCORE_FORWARDEDHEADERS_ENABLED könnte jeder eine fremde Adresse vorgeben. Bitte stattdessen mit {Proxies.Setting} die Adressen der Reverse-Proxys nennen.";
        }

        foreach (var named in Proxies.Named(configuration).Where(named => Proxies.Network(named) is null))
        {
            yield return $"Die Einstellung {Proxies.Setting} nennt „{named}“; richtig ist eine Adresse wie „10.0.0.5“ oder ein Netz wie „10.0.0.0/24“, aber nicht jede Adresse.";
        }
    }

    private static IEnumerable<string> NumberMistakes(IConfiguration configuration)
    {
        foreach (var setting in (string[])[AttemptsPerLogin, AttemptsPerAddress])
        {
            if (configuration[setting] is { } value && !(int.TryParse(value, CultureInfo.InvariantCulture, out var number) && number >= 1))
            {
                yield return $"Die Einstellung {setting} ist keine Zahl ab 1, sondern „{value}“.";
            }
        }

        if (configuration[Window] is { } window && !(TimeSpan.TryParse(window, CultureInfo.InvariantCulture, out var span) && span > TimeSpan.Zero && span <= TimeSpan.FromDays(1)))
        {
            yield return $"Die Einstellung {Window} ist keine Dauer bis zu einem Tag wie „00:05:00“ für fünf Minuten, sondern „{window}“.";
        }
    }

    private static string? Sentence(Func<object?> read)
    {
        try
        {
            read();
            return null;
        }
        catch (Exception exception) when (exception is DirectoryNotFoundException or ArgumentException)
        {
            return exception.Message;
        }
    }

    private static string? WhyNotWritable(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            File.Create(Path.Combine(folder, $".{Guid.CreateVersion7():N}"), 1, FileOptions.DeleteOnClose).Dispose();
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }
}
