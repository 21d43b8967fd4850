using Anfragen.Application.Accounts;
using Anfragen.Application.Mail;
using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Domain.Council;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Council;

/// <summary>
/// Brings the master data in line with a city's file. What the file does not name stays as it is and is listed; importing the same file
/// again changes nothing.
/// </summary>
public sealed record ImportCity : ICommand<CityImport>
{
    public static Permission Permission => Permission.ManageCouncil;

    /// <summary>The file's text.</summary>
    public required string Text { get; init; }

    /// <summary>Reads a file that lies beside it, by its name alone; null when there is none. The coat of arms is one.</summary>
    public Func<string, byte[]?> Beside { get; init; } = _ => null;

    /// <summary>Only tells what would change.</summary>
    public bool DryRun { get; init; }
}

/// <summary>What an import changed, or would change.</summary>
/// <param name="Changes">In the order of the file's parts.</param>
/// <param name="NotInFile">Current entries that the file does not name.</param>
public sealed record CityImport(IReadOnlyList<CouncilChange> Changes, IReadOnlyList<string> NotInFile);

internal sealed class ImportCityValidator : AbstractValidator<ImportCity>
{
    public ImportCityValidator() => RuleFor(command => command.Text).NotEmpty().WithMessage("Die Datei ist leer.");
}

internal sealed class ImportCityHandler(
    ICityFileReader reader, ICouncilRegister council, IAccounts accounts, IMailboxes mailboxes, IEmblems emblems, IFiles files, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<ImportCity, CityImport>
{
    public async Task<CityImport> Handle(ImportCity command, CancellationToken cancel)
    {
        var occasion = clock.Occasion(user.As(Permission.ManageCouncil));
        var file = reader.Read(command.Text);
        var register = await council.Get(cancel);
        var emblem = CityEmblem.Of(file, command.Beside, emblems);
        var plan = new CityPlan(file, register, emblem, await accounts.All(cancel), occasion.Day, await council.NumbersWereGiven(cancel));
        plan.Make();
        if (!command.DryRun)
        {
            if (emblem is { Bytes: { } bytes, MediaType: { } mediaType }) await files.Put(bytes, mediaType, cancel);
            await Carry(plan, register, occasion, cancel);
        }

        return new CityImport(plan.Changes, plan.NotInFile);
    }

    private async Task Carry(CityPlan plan, CouncilRegister register, Occasion occasion, CancellationToken cancel)
    {
        await council.Save(register, occasion, cancel);
        foreach (var account in plan.NewAccounts) await accounts.AddWithoutPassword(account.Id, account.Person, account.Name, account.Login, occasion, cancel);
        foreach (var (account, person, name) in plan.Renamed) await accounts.Rename(account, person, name, occasion, cancel);
        foreach (var (account, address) in plan.Mailboxes) await mailboxes.SetAddress(account, address, cancel);
        foreach (var (account, grant, validity) in plan.NewGrants) await accounts.Grant(account, grant, validity, occasion, cancel);
        foreach (var (account, grant, last) in plan.EndedGrants) await accounts.EndGrant(account, grant.Id, last, occasion, cancel);
    }
}

/// <summary>The coat of arms that a city's file names.</summary>
/// <param name="Bytes">Null when there is no such file.</param>
/// <param name="MediaType">Null when it cannot be shown.</param>
/// <param name="Mistake">Why it cannot be taken, with the line that names it.</param>
public sealed record CityEmblem(byte[]? Bytes, string? MediaType, FileMistake? Mistake)
{
    /// <summary>Null when the file names none.</summary>
    public static CityEmblem? Of(CityFile file, Func<string, byte[]?> beside, IEmblems emblems)
    {
        if (file.Letterhead?.Emblem is not { } line) return null;
        if (beside(line.File) is not { } bytes) return new CityEmblem(null, null, new FileMistake(line.Line, $"Neben dieser Datei liegt keine Datei „{line.File}“."));
        var examined = emblems.Examine(bytes);
        return new CityEmblem(
            bytes, examined.MediaType, examined.Problem is { } problem ? new FileMistake(line.Line, $"Die Datei „{line.File}“ taugt nicht als Wappen: {problem}") : null);
    }
}
