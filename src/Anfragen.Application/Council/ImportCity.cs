using Anfragen.Application.Accounts;
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
    ICityFileReader reader, ICouncilRegister council, IAccounts accounts, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<ImportCity, CityImport>
{
    public async Task<CityImport> Handle(ImportCity command, CancellationToken cancel)
    {
        var occasion = clock.Occasion(user.As(Permission.ManageCouncil));
        var file = reader.Read(command.Text);
        var register = await council.Get(cancel);
        var plan = new CityPlan(file, register, await accounts.All(cancel), occasion.Day, await council.NumbersWereGiven(cancel));
        plan.Make();
        if (!command.DryRun) await Carry(plan, register, occasion, cancel);
        return new CityImport(plan.Changes, plan.NotInFile);
    }

    private async Task Carry(CityPlan plan, CouncilRegister register, Occasion occasion, CancellationToken cancel)
    {
        await council.Save(register, occasion, cancel);
        foreach (var account in plan.NewAccounts) await accounts.AddWithoutPassword(account.Id, account.Person, account.Name, account.Login, occasion, cancel);
        foreach (var (account, person, name) in plan.Renamed) await accounts.Rename(account, person, name, occasion, cancel);
        foreach (var (account, grant, validity) in plan.NewGrants) await accounts.Grant(account, grant, validity, occasion, cancel);
        foreach (var (account, grant, last) in plan.EndedGrants) await accounts.EndGrant(account, grant.Id, last, occasion, cancel);
    }
}
