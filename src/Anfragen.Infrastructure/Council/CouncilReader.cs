using Anfragen.Domain;
using Anfragen.Domain.Answers;
using Anfragen.Domain.Council;
using Anfragen.Domain.Numbers;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Council;

/// <summary>Reads the master data whole: a few hundred rows, for the pages that keep it and for the commands that change it.</summary>
internal sealed class CouncilReader(DbSession db)
{
    private const string SelectOrganizations = """
        SELECT id, key, version, kind, parent_id, number, name, genitive, short_name, valid_from, valid_to, successor_id
        FROM organizations ORDER BY sort_key
        """;

    private const string SelectFormerNames =
        "SELECT organization_id, last_day, name, number, genitive, short_name FROM organization_names ORDER BY organization_id, last_day";

    private const string SelectPersons = "SELECT id, key, version, name FROM persons ORDER BY sort_key";

    private const string SelectMemberships =
        "SELECT id, version, person_id AS person, organization_id AS organization, function, valid_from, valid_to FROM memberships ORDER BY valid_from, id";

    private const string SelectTerms =
        "SELECT id, version, ordinal, name, starts_on AS valid_from, ends_on AS valid_to FROM legislative_terms ORDER BY starts_on";

    private const string SelectSignatories = "SELECT id, version, place, name, office, is_deputy, valid_from, valid_to FROM signatories ORDER BY is_deputy, valid_from, id";

    private const string SelectDeputyships = "SELECT id, version, principal, deputy, valid_from, valid_to FROM deputyships ORDER BY valid_from, id";

    private const string SelectSchemes = "SELECT id, version, name, template, scope, valid_from FROM number_schemes ORDER BY valid_from";

    private const string SelectStages = "SELECT stage FROM co_signature_stages ORDER BY position";

    // What the stages are a version of stands in the journal alone.
    private const string CountStageSteps = "SELECT COALESCE(MAX(version), 1) FROM journal WHERE subject_id = @id";

    private const string SelectLetterhead = "SELECT version, sender, office, address, return_address, contact, emblem_sha256 FROM letterheads";

    private const string SelectAccountNames = "SELECT id, name FROM users";

    // Inboxes of groups are left out: a group that ends leaves its drafts behind.
    private const string SelectWithWork = """
        SELECT DISTINCT organization_id FROM work_items
        WHERE role IN ('CouncilOffice', 'DepartmentStaff', 'HeadOfDepartment', 'MayorsOffice') AND organization_id IS NOT NULL
        """;

    /// <summary>Everything as it is now.</summary>
    public async Task<CouncilRegister> Read(CancellationToken cancel)
    {
        var organizations = await ReadOrganizations(cancel);
        var persons = await db.List<PersonRow>(SelectPersons, null, cancel);
        var memberships = await db.List<MembershipRow>(SelectMemberships, null, cancel);
        var terms = await db.List<TermRow>(SelectTerms, null, cancel);
        var signatories = await db.List<SignatoryRow>(SelectSignatories, null, cancel);
        var deputyships = await db.List<DeputyshipRow>(SelectDeputyships, null, cancel);
        var schemes = await db.List<SchemeRow>(SelectSchemes, null, cancel);
        var stages = await db.List<CoSignatureStage>(SelectStages, null, cancel);
        var stagesVersion = await db.Single<int>(CountStageSteps, new { id = CoSignatureOrder.OnlyId }, cancel);
        var letterheads = await ReadLetterhead(cancel) is { } letterhead ? new[] { letterhead } : [];
        var accounts = await db.List<AccountName>(SelectAccountNames, null, cancel);
        var withWork = await db.List<OrganizationId>(SelectWithWork, null, cancel);
        return new CouncilRegister(
            organizations,
            persons.Select(row => new Person { Id = row.Id, Key = row.Key, Version = row.Version, Name = row.Name }),
            memberships.Select(row => new Membership
            {
                Id = row.Id,
                Version = row.Version,
                Person = row.Person,
                Organization = row.Organization,
                Function = row.Function,
                Validity = new(row.ValidFrom, row.ValidTo),
            }),
            terms.Select(row => new LegislativeTerm { Id = row.Id, Version = row.Version, Ordinal = row.Ordinal, Name = row.Name, Validity = new(row.ValidFrom, row.ValidTo) }),
            signatories.Select(row => new Signatory
            {
                Id = row.Id,
                Version = row.Version,
                Place = row.Place,
                Name = row.Name,
                Office = row.Office,
                IsDeputy = row.IsDeputy,
                Validity = new(row.ValidFrom, row.ValidTo),
            }),
            deputyships.Select(row => new Deputyship
            {
                Id = row.Id,
                Version = row.Version,
                Principal = row.Principal,
                Deputy = row.Deputy,
                Validity = new(row.ValidFrom, row.ValidTo),
            }),
            schemes.Select(row => new NumberSchemePeriod
            {
                Id = row.Id,
                Version = row.Version,
                Name = row.Name,
                Template = row.Template,
                Scope = row.Scope,
                ValidFrom = row.ValidFrom,
            }),
            new CoSignatureOrder { Version = stagesVersion, Stages = stages },
            letterheads,
            accounts.ToDictionary(row => row.Id, row => row.Name),
            withWork.ToHashSet());
    }

    /// <summary>The letterhead alone; null as long as nobody has entered it.</summary>
    public async Task<Letterhead?> ReadLetterhead(CancellationToken cancel) =>
        (await db.SingleOrDefault<LetterheadRow>(SelectLetterhead, null, cancel))?.ToEntry();

    /// <summary>The organisations alone.</summary>
    public async Task<IReadOnlyList<Organization>> ReadOrganizations(CancellationToken cancel)
    {
        var former = (await db.List<NameRow>(SelectFormerNames, null, cancel)).ToLookup(row => row.OrganizationId);
        return [.. (await db.List<OrganizationRow>(SelectOrganizations, null, cancel)).Select(row => row.ToEntry(former[row.Id]))];
    }

    private sealed record OrganizationRow(
        OrganizationId Id, string? Key, int Version, OrganizationKind Kind, OrganizationId? ParentId, string? Number, string Name, string? Genitive, string? ShortName,
        DateOnly? ValidFrom, DateOnly? ValidTo, OrganizationId? SuccessorId)
    {
        public Organization ToEntry(IEnumerable<NameRow> former) => new()
        {
            Id = Id,
            Key = Key,
            Version = Version,
            Type = Kind,
            Names = new OrganizationNames(Name, Number, Genitive, ShortName),
            Parent = ParentId,
            Validity = new(ValidFrom, ValidTo),
            Successor = SuccessorId,
            Former = [.. former.Select(row => new FormerNames(new OrganizationNames(row.Name, row.Number, row.Genitive, row.ShortName), row.LastDay))],
        };
    }

    private sealed record NameRow(OrganizationId OrganizationId, DateOnly LastDay, string Name, string? Number, string? Genitive, string? ShortName);

    private sealed record PersonRow(Guid Id, string? Key, int Version, string Name);

    private sealed record MembershipRow(Guid Id, int Version, Guid Person, OrganizationId Organization, string? Function, DateOnly? ValidFrom, DateOnly? ValidTo);

    private sealed record TermRow(Guid Id, int Version, int Ordinal, string Name, DateOnly ValidFrom, DateOnly? ValidTo);

    private sealed record SignatoryRow(Guid Id, int Version, string Place, string Name, string Office, bool IsDeputy, DateOnly? ValidFrom, DateOnly? ValidTo);

    private sealed record DeputyshipRow(Guid Id, int Version, UserId Principal, UserId Deputy, DateOnly ValidFrom, DateOnly ValidTo);

    private sealed record SchemeRow(Guid Id, int Version, string Name, string Template, CounterScope Scope, DateOnly ValidFrom);

    private sealed record LetterheadRow(
        int Version, string Sender, string? Office, string Address, string? ReturnAddress, string Contact, string? EmblemSha256)
    {
        public Letterhead ToEntry() => new()
        {
            Version = Version,
            Sender = Sender,
            Office = Office,
            Address = Lines(Address),
            ReturnAddress = ReturnAddress,
            Contact = [.. Lines(Contact).Select(line => ContactLine.Parse(line) ?? throw new FormatException($"„{line}“ ist keine Kontaktangabe."))],
            EmblemSha256 = EmblemSha256,
        };

        private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private sealed record AccountName(Guid Id, string Name);
}
