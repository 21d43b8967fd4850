using System.Data;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure.Council;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Journal;

/// <summary>Checks the city's master data against the last step of each entry.</summary>
internal sealed class CouncilCheck(DbSession db, CouncilReader council, Findings findings)
{
    private const string SelectLastDigest = "SELECT content_sha256 AS digest FROM journal WHERE subject_id = @id ORDER BY subject_no DESC LIMIT 1";

    private const string SelectFile = "SELECT 1 FROM files WHERE sha256 = @sha256";

    public async Task Run(CancellationToken cancel)
    {
        CouncilRegister register;
        try
        {
            register = await council.Read(cancel);
        }
        catch (Exception exception) when (exception is DataException or FormatException or ArgumentException)
        {
            findings.Add($"Die Stammdaten lassen sich nicht lesen: {exception.Message}");
            return;
        }

        await Check(register, register.Organizations, cancel);
        await Check(register, register.Persons, cancel);
        await Check(register, register.Memberships, cancel);
        await Check(register, register.Terms, cancel);
        await Check(register, register.Signatories, cancel);
        await Check(register, register.Deputyships, cancel);
        await Check(register, register.Schemes, cancel);
        await Check(register, register.CoSignatures, cancel);
        await Check(register, register.Letterheads, cancel);
        await CheckEmblems(register, cancel);
    }

    private async Task CheckEmblems(CouncilRegister register, CancellationToken cancel)
    {
        foreach (var sha256 in register.Letterheads.All.Select(letterhead => letterhead.EmblemSha256).OfType<string>())
        {
            findings.AddIf(await db.SingleOrDefault<int?>(SelectFile, new { sha256 }, cancel) is null, $"{Letterhead.Kind}: Die Datei des Wappens fehlt.");
        }
    }

    private async Task Check<T>(CouncilRegister register, CouncilShelf<T> shelf, CancellationToken cancel) where T : class, ICouncilEntry, IEquatable<T>
    {
        foreach (var entry in shelf.All)
        {
            var step = await db.SingleOrDefault<LastStep>(SelectLastDigest, new { entry.Id }, cancel);
            var name = $"{T.Kind} {entry.Title(register)}";
            if (step is null) findings.AddIf(!WellKnown.IsFromMigration(entry.Id), $"{name}: Im Journal steht davon nichts.");
            else findings.AddIf(step.Digest != CouncilRegister.DigestOf(entry), $"{name}: Der Eintrag ist anders, als das Journal ihn festhält.");
        }
    }

    private sealed record LastStep(string? Digest);
}
