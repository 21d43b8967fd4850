using Anfragen.Application.Council;
using Anfragen.Domain;
using Anfragen.Domain.Answers;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Journal;

namespace Anfragen.Infrastructure.Council;

/// <summary>The master data in its tables; a gate lets one person at a time change it.</summary>
internal sealed class CouncilRegisterRepository(DbSession db, CouncilReader reader, JournalDraft journal) : ICouncilRegister
{
    private const string Current = "Current";
    private const string Ended = "Ended";

    private const string InsertOrganization = """
        INSERT INTO organizations (id, key, version, kind, parent_id, number, name, genitive, short_name, sort_key, valid_from, valid_to, successor_id, created_at, modified_at)
        VALUES (@id, @key, @version, @kind, @parent, @number, @name, @genitive, @short, @sort_key, @valid_from, @valid_to, @successor, @at, @at)
        """;

    private const string UpdateOrganization = """
        UPDATE organizations
        SET key = @key, version = @version, parent_id = @parent, number = @number, name = @name, genitive = @genitive, short_name = @short,
            sort_key = @sort_key, valid_from = @valid_from, valid_to = @valid_to, successor_id = @successor, modified_at = @at
        WHERE id = @id
        """;

    private const string InsertFormerName = """
        INSERT INTO organization_names (organization_id, last_day, name, number, genitive, short_name)
        VALUES (@id, @last_day, @name, @number, @genitive, @short)
        """;

    private const string InsertPerson = """
        INSERT INTO persons (id, key, version, name, sort_key, created_at, modified_at) VALUES (@id, @key, @version, @name, @sort_key, @at, @at)
        """;

    private const string UpdatePerson =
        "UPDATE persons SET key = @key, version = @version, name = @name, sort_key = @sort_key, modified_at = @at WHERE id = @id";

    private const string InsertMembership = """
        INSERT INTO memberships (id, version, person_id, organization_id, function, valid_from, valid_to, created_at, modified_at)
        VALUES (@id, @version, @person, @organization, @function, @valid_from, @valid_to, @at, @at)
        """;

    private const string UpdateMembership =
        "UPDATE memberships SET version = @version, function = @function, valid_from = @valid_from, valid_to = @valid_to, modified_at = @at WHERE id = @id";

    private const string InsertTerm = """
        INSERT INTO legislative_terms (id, version, ordinal, name, starts_on, ends_on, created_at, modified_at)
        VALUES (@id, @version, @ordinal, @name, @valid_from, @valid_to, @at, @at)
        """;

    private const string UpdateTerm = """
        UPDATE legislative_terms SET version = @version, ordinal = @ordinal, name = @name, starts_on = @valid_from, ends_on = @valid_to, modified_at = @at
        WHERE id = @id
        """;

    private const string InsertSignatory = """
        INSERT INTO signatories (id, version, place, name, office, is_deputy, valid_from, valid_to)
        VALUES (@id, @version, @place, @name, @office, @is_deputy, @valid_from, @valid_to)
        """;

    private const string UpdateSignatory = """
        UPDATE signatories
        SET version = @version, place = @place, name = @name, office = @office, is_deputy = @is_deputy, valid_from = @valid_from, valid_to = @valid_to
        WHERE id = @id
        """;

    private const string InsertDeputyship = """
        INSERT INTO deputyships (id, version, principal, deputy, valid_from, valid_to, created_at, modified_at)
        VALUES (@id, @version, @principal, @deputy, @valid_from, @valid_to, @at, @at)
        """;

    private const string UpdateDeputyship = """
        UPDATE deputyships SET version = @version, principal = @principal, deputy = @deputy, valid_from = @valid_from, valid_to = @valid_to, modified_at = @at
        WHERE id = @id
        """;

    private const string InsertScheme = """
        INSERT INTO number_schemes (id, version, name, template, scope, valid_from) VALUES (@id, @version, @name, @template, @scope, @valid_from)
        """;

    private const string UpdateScheme = """
        UPDATE number_schemes SET version = @version, name = @name, template = @template, scope = @scope, valid_from = @valid_from WHERE id = @id
        """;

    private const string InsertLetterhead = """
        INSERT INTO letterheads (id, version, sender, office, address, return_address, contact, emblem_sha256)
        VALUES (@id, @version, @sender, @office, @address, @return_address, @contact, @emblem_sha256)
        """;

    private const string UpdateLetterhead = """
        UPDATE letterheads
        SET version = @version, sender = @sender, office = @office, address = @address, return_address = @return_address, contact = @contact,
            emblem_sha256 = @emblem_sha256
        WHERE id = @id
        """;

    private const string DeleteStages = "DELETE FROM co_signature_stages";

    private const string InsertStage = "INSERT INTO co_signature_stages (position, stage) VALUES (@position, @stage)";

    // Entries that were there before the first step, by the migrations, have none.
    private const string SelectLastNo = "SELECT COALESCE(MAX(subject_no), 0) FROM journal WHERE subject_id = @id";

    private const string SelectAnyNumber = "SELECT 1 FROM number_counters LIMIT 1";

    public async Task<CouncilRegister> Get(CancellationToken cancel)
    {
        await db.Gate(WellKnown.Body.Value, GateMode.Exclusive, cancel);
        return await reader.Read(cancel);
    }

    public async Task Save(CouncilRegister register, Occasion occasion, CancellationToken cancel)
    {
        var at = occasion.At;
        await Store(register.Organizations, InsertOrganization, UpdateOrganization, entry => new
        {
            entry.Id,
            entry.Key,
            entry.Version,
            Kind = entry.Type,
            entry.Parent,
            entry.Names.Number,
            entry.Names.Name,
            entry.Names.Genitive,
            entry.Names.Short,
            SortKey = SortKey(entry.Names.Number ?? entry.Names.Name),
            ValidFrom = entry.Validity.From,
            ValidTo = entry.Validity.To,
            entry.Successor,
            at,
        }, occasion, cancel);
        foreach (var (before, after) in register.Organizations.Changed)
        {
            await db.ExecuteEach(
                InsertFormerName,
                after.Former.Skip(before.Former.Count).Select(former => new
                {
                    after.Id,
                    former.LastDay,
                    former.Names.Name,
                    former.Names.Number,
                    former.Names.Genitive,
                    former.Names.Short,
                }),
                cancel);
        }

        await Store(register.Persons, InsertPerson, UpdatePerson, entry => new { entry.Id, entry.Key, entry.Version, entry.Name, SortKey = SortKey(entry.Name), at },
            occasion, cancel);
        await Store(register.Memberships, InsertMembership, UpdateMembership, entry => new
        {
            entry.Id,
            entry.Version,
            entry.Person,
            entry.Organization,
            entry.Function,
            ValidFrom = entry.Validity.From,
            ValidTo = entry.Validity.To,
            at,
        }, occasion, cancel);
        await Store(register.Terms, InsertTerm, UpdateTerm, entry => new
        {
            entry.Id,
            entry.Version,
            entry.Ordinal,
            entry.Name,
            ValidFrom = entry.Validity.From,
            ValidTo = entry.Validity.To,
            at,
        }, occasion, cancel);
        await Store(register.Signatories, InsertSignatory, UpdateSignatory, entry => new
        {
            entry.Id,
            entry.Version,
            entry.Place,
            entry.Name,
            entry.Office,
            entry.IsDeputy,
            ValidFrom = entry.Validity.From,
            ValidTo = entry.Validity.To,
        }, occasion, cancel);
        await Store(register.Deputyships, InsertDeputyship, UpdateDeputyship, entry => new
        {
            entry.Id,
            entry.Version,
            entry.Principal,
            entry.Deputy,
            ValidFrom = entry.Validity.From,
            ValidTo = entry.Validity.To,
            at,
        }, occasion, cancel);
        await Store(register.Schemes, InsertScheme, UpdateScheme, entry => new { entry.Id, entry.Version, entry.Name, entry.Template, entry.Scope, entry.ValidFrom },
            occasion, cancel);
        await StoreStages(register, occasion, cancel);
        await Store(register.Letterheads, InsertLetterhead, UpdateLetterhead, entry => new
        {
            entry.Id,
            entry.Version,
            entry.Sender,
            entry.Office,
            Address = string.Join('\n', entry.Address),
            entry.ReturnAddress,
            Contact = string.Join('\n', entry.Contact),
            entry.EmblemSha256,
        }, occasion, cancel);
    }

    private async Task StoreStages(CouncilRegister register, Occasion occasion, CancellationToken cancel)
    {
        foreach (var (_, after) in register.CoSignatures.Changed)
        {
            await db.Execute(DeleteStages, null, cancel);
            await db.ExecuteEach(InsertStage, after.Stages.Select((stage, index) => new { Position = index + 1, stage }), cancel);
            var no = await db.Single<int>(SelectLastNo, new { after.Id }, cancel) + 1;
            Note(after, no, Step.ChangeEntry, no == 1 ? null : Period.Always, Period.Always, occasion);
        }
    }

    public async Task<bool> NumbersWereGiven(CancellationToken cancel) => await db.SingleOrDefault<int?>(SelectAnyNumber, null, cancel) is not null;

    private async Task Store<T>(
        CouncilShelf<T> shelf, string insert, string update, Func<T, object> row, Occasion occasion, CancellationToken cancel)
        where T : class, ICouncilEntry, IEquatable<T>
    {
        foreach (var added in shelf.Added)
        {
            await db.Execute(insert, row(added), cancel);
            Note(added, 1, Step.AddEntry, null, added.Validity, occasion);
        }

        foreach (var (before, after) in shelf.Changed)
        {
            await db.Execute(update, row(after), cancel);
            var no = await db.Single<int>(SelectLastNo, new { after.Id }, cancel) + 1;
            Note(after, no, CouncilRegister.StepOf(before.Validity, after.Validity), no == 1 ? null : before.Validity, after.Validity, occasion);
        }
    }

    private void Note<T>(T entry, int no, Step step, Period? before, Period after, Occasion occasion) where T : ICouncilEntry =>
        journal.Note(
            null,
            typeof(T).Name,
            entry.Id,
            [new Act(no, step, before is { } was ? StateOf(was) : null, StateOf(after), occasion, new ActSubject(Version: entry.Version, ContentSha256: CouncilRegister.DigestOf(entry)), null)]);

    private static string StateOf(Period validity) => validity.To is null ? Current : Ended;

    // "Amt 9" before "Amt 33": runs of digits are filled up.
    private static string SortKey(string text) => Sorting.Digits().Replace(text.ToLowerInvariant(), match => match.Value.PadLeft(6, '0'));
}

/// <summary>Keys by which lists are sorted in the database.</summary>
internal static partial class Sorting
{
    [System.Text.RegularExpressions.GeneratedRegex("[0-9]+")]
    public static partial System.Text.RegularExpressions.Regex Digits();
}
