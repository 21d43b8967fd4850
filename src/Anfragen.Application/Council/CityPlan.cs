using Anfragen.Application.Accounts;
using Anfragen.Domain;
using Anfragen.Domain.Council;

namespace Anfragen.Application.Council;

/// <summary>
/// What an import does: the file's lines as verbs on the register and on the accounts. Entries are found again by their key; one that was
/// entered by hand is taken over by its name. All mistakes are gathered before anything is refused.
/// </summary>
internal sealed class CityPlan(
    CityFile file, CouncilRegister register, CityEmblem? emblem, IReadOnlyList<AccountState> accounts, DateOnly today, bool numbersWereGiven)
{
    private readonly List<FileMistake> mistakes = [];
    private readonly List<CouncilChange> accountChanges = [];
    private readonly List<string> notInFile = [];
    private readonly List<(OrganizationId Organization, DateOnly Last)> ended = [];
    private readonly Dictionary<string, OrganizationId> organizations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UserId> accountsByPerson = new(StringComparer.Ordinal);

    /// <summary>Accounts to be made.</summary>
    public List<NewAccount> NewAccounts { get; } = [];

    /// <summary>Accounts whose person is called otherwise now.</summary>
    public List<(UserId Account, Guid Person, string Name)> Renamed { get; } = [];

    public List<(UserId Account, string Address)> Mailboxes { get; } = [];

    /// <summary>Roles to be granted.</summary>
    public List<(UserId Account, RoleGrant Grant, Period Validity)> NewGrants { get; } = [];

    /// <summary>Roles that end with that day.</summary>
    public List<(UserId Account, GrantState Grant, DateOnly Last)> EndedGrants { get; } = [];

    /// <summary>Everything that changes, master data first.</summary>
    public IReadOnlyList<CouncilChange> Changes => [.. register.Changes, .. accountChanges];

    /// <summary>Current entries that the file does not name.</summary>
    public IReadOnlyList<string> NotInFile => notInFile;

    /// <exception cref="FileMistakes">The file asks for something that no rule allows.</exception>
    public void Make()
    {
        var body = register.Organizations.All.Single(organization => organization.Type == OrganizationKind.Body);
        Try(file.City.Line, () => register.ChangeOrganization(body with { Names = body.Names with { Name = file.City.Administration, Short = file.City.Name } }, today, correction: true));
        organizations[CityFile.BodyKey] = body.Id;
        if (file.CoSignatures is { } order) Try(order.Line, () => register.SetCoSignatures(order.Stages));
        if (file.Letterhead is { } letterhead) Try(letterhead.Line, () => Letterhead(letterhead));
        foreach (var line in file.Schemes) Try(line.Line, () => Scheme(line));
        foreach (var line in file.Terms) Try(line.Line, () => Term(line));
        Organizations();
        foreach (var line in file.Persons) Try(line.Line, () => Person(line));
        foreach (var (organization, last) in ended) EndRoles(organization, last);
        foreach (var line in file.Signatories) Try(line.Line, () => Signatory(line));
        foreach (var line in file.Deputies) Try(line.Line, () => Deputy(line));
        if (mistakes.Count > 0) throw new FileMistakes([.. mistakes.OrderBy(mistake => mistake.Line)]);
        NameTheRest(body);
    }

    private void Try(int line, Action verb)
    {
        try
        {
            verb();
        }
        catch (RuleViolation violation)
        {
            mistakes.Add(new FileMistake(line, violation.Message));
        }
    }

    private void Letterhead(LetterheadLine line)
    {
        if (emblem?.Mistake is { } mistake) mistakes.Add(mistake);
        register.PutLetterhead(new Letterhead
        {
            Sender = line.Sender,
            Office = line.Office,
            Address = line.Address,
            ReturnAddress = line.ReturnAddress,
            Contact = line.Contact,
            EmblemSha256 = emblem?.Bytes is { } bytes ? Digest.OfBytes(bytes) : null,
        });
    }

    private void Scheme(SchemeLine line)
    {
        var from = line.From ?? NumberSchemePeriod.First;
        var now = register.Schemes.All.SingleOrDefault(scheme => scheme.ValidFrom == from);
        if (now is not null && (now.Name, now.Template, now.Scope) == (line.Counter, line.Template, line.Scope)) return;
        register.PutScheme(
            new NumberSchemePeriod { Id = now?.Id ?? Guid.CreateVersion7(), Name = line.Counter, Template = line.Template, Scope = line.Scope, ValidFrom = from },
            today, numbersWereGiven);
    }

    private void Term(TermLine line)
    {
        var now = register.Terms.All.SingleOrDefault(term => term.Ordinal == line.Ordinal);
        register.PutTerm(new LegislativeTerm { Id = now?.Id ?? Guid.CreateVersion7(), Ordinal = line.Ordinal, Name = line.Name, Validity = line.Validity });
    }

    private void Organizations()
    {
        foreach (var line in file.Organizations)
        {
            var found = register.Organizations.All.SingleOrDefault(organization => organization.Key == line.Key)
                ?? register.Organizations.All.SingleOrDefault(organization =>
                    organization.Key is null && organization.Validity.To is null && organization.Type == line.Kind && organization.Names.Name == line.Names.Name);
            organizations[line.Key] = found?.Id ?? OrganizationId.New();
        }

        var inOrder = ParentsFirst();
        foreach (var line in inOrder) Try(line.Line, () => Organization(line));
        foreach (var line in file.Organizations.Where(line => line.Successor is not null)) Try(line.Line, () => Successor(line));
    }

    // An order in which every parent comes before its children; a circle is left in the file's order, for the rule to refuse.
    private List<OrganizationLine> ParentsFirst()
    {
        var waiting = file.Organizations.ToList();
        var ordered = new List<OrganizationLine>();
        while (waiting.Count > 0)
        {
            var ready = waiting.Where(line => line.Parent is null || waiting.All(other => other.Key != line.Parent)).ToList();
            if (ready.Count == 0) ready = [.. waiting];
            ordered.AddRange(ready);
            waiting.RemoveAll(ready.Contains);
        }

        return ordered;
    }

    private void Organization(OrganizationLine line)
    {
        var id = organizations[line.Key];
        OrganizationId? parent = line.Parent is null ? null : organizations[line.Parent];
        if (register.Organizations.Find(id.Value) is not { } now)
        {
            register.AddOrganization(new Organization { Id = id, Key = line.Key, Type = line.Kind, Names = line.Names, Parent = parent, Validity = line.Validity });
            return;
        }

        register.ChangeOrganization(now with { Key = line.Key, Type = line.Kind, Names = line.Names, Parent = parent, Validity = line.Validity }, today);
        if (now.Validity.To is null && line.Validity.To is { } last) ended.Add((id, last));
    }

    // A role that the file ends itself keeps the file's day.
    private void EndRoles(OrganizationId organization, DateOnly last)
    {
        var ownEnds = EndedGrants.Select(own => own.Grant.Id).ToHashSet();
        foreach (var (id, grant) in accounts.HeldBeyond(organization, last).Where(held => !ownEnds.Contains(held.Grant.Id)))
        {
            End(id, accounts.Single(account => account.Id == id).Login, grant, last);
        }
    }

    private void End(UserId account, string login, GrantState grant, DateOnly last)
    {
        EndedGrants.Add((account, grant, last));
        accountChanges.Add(new CouncilChange(
            Step.EndRole, "Rolle", $"{login}: {grant.Role.German()} in {register.NameOf(grant.Organization.Value)}",
            [.. Days(grant.Validity, grant.Validity.Until(last))]));
    }

    private void Successor(OrganizationLine line) =>
        register.SetSuccessor(organizations[line.Key], organizations[line.Successor!]);

    private void Person(PersonLine line)
    {
        var namesakes = register.Persons.All.Where(person => person.Key is null && person.Name == line.Name).ToList();
        var now = register.Persons.All.SingleOrDefault(person => person.Key == line.Key) ?? (namesakes.Count == 1 ? namesakes[0] : null);
        var id = now?.Id ?? Guid.CreateVersion7();
        register.PutPerson(new Person { Id = id, Key = line.Key, Name = line.Name });
        foreach (var membership in line.Memberships) Try(membership.Line, () => Membership(id, membership));
        if (line.Login is not null) Account(line, id);
    }

    private void Membership(Guid person, MembershipLine line)
    {
        var organization = organizations[line.Organization];
        var now = register.Memberships.All.FirstOrDefault(membership => membership.Person == person && membership.Organization == organization
            && membership.Function == line.Function && membership.Validity.Overlaps(line.Validity));
        register.PutMembership(new Membership
        {
            Id = now?.Id ?? Guid.CreateVersion7(),
            Person = person,
            Organization = organization,
            Function = line.Function,
            Validity = line.Validity,
        });
    }

    private void Account(PersonLine line, Guid person)
    {
        var folded = Login.Fold(line.Login!);
        var now = accounts.SingleOrDefault(account => Login.Fold(account.Login) == folded);
        var id = accountsByPerson[line.Key] = now?.Id ?? UserId.New();
        if (now is null)
        {
            NewAccounts.Add(new NewAccount(id, person, line.Name, line.Login!));
            accountChanges.Add(new CouncilChange(Step.AddAccount, "Konto", line.Login!, [new ParticularChange("Name", null, line.Name)]));
        }
        else if (now.Name != line.Name || now.Person != person)
        {
            Renamed.Add((id, person, line.Name));
            accountChanges.Add(new CouncilChange(Step.ChangeEntry, "Konto", line.Login!, [new ParticularChange("Name", now.Name, line.Name)]));
        }

        if (line.Mail is { } address && address != now?.MailAddress)
        {
            Mailboxes.Add((id, address));
            accountChanges.Add(new CouncilChange(Step.ChangeEntry, "Konto", line.Login!, [new ParticularChange("E-Mail", now?.MailAddress, address)]));
        }

        foreach (var grant in line.Roles) Try(grant.Line, () => Grant(id, line.Login!, now?.Grants ?? [], grant));
    }

    private void Grant(UserId account, string login, IReadOnlyList<GrantState> held, GrantLine line)
    {
        var organization = organizations[line.Organization];
        AccountRules.RoleFitsOrganization.BrokenIf(!line.Role.FitsInto(register.Organizations.Get(organization.Value).Type));
        CouncilRules.PeriodIsForward.BrokenIf(line.Validity.IsReversed);
        var shown = $"{login}: {line.Role.German()} in {register.NameOf(organization.Value)}";
        var now = held.FirstOrDefault(grant => grant.Role == line.Role && grant.Organization == organization && grant.Validity.Overlaps(line.Validity));
        if (now is null)
        {
            var validity = line.Validity with { From = line.Validity.From ?? today };
            NewGrants.Add((account, new RoleGrant(line.Role, organization), validity));
            accountChanges.Add(new CouncilChange(Step.GrantRole, "Rolle", shown, [.. Days(Period.Always, validity)]));
        }
        else if (line.Validity.To is { } last && now.Validity.To != last)
        {
            End(account, login, now, last);
        }
    }

    private void Signatory(SignatoryLine line)
    {
        var now = register.Signatories.All.FirstOrDefault(signatory =>
            signatory.Name == line.Name && signatory.Office == line.Office && signatory.Validity.Overlaps(line.Validity));
        register.PutSignatory(new Signatory
        {
            Id = now?.Id ?? Guid.CreateVersion7(),
            Place = line.Place ?? file.City.Place,
            Name = line.Name,
            Office = line.Office,
            IsDeputy = line.IsDeputy,
            Validity = line.Validity,
        });
    }

    private void Deputy(DeputyLine line)
    {
        var (principal, deputy) = (AccountOf(line.Principal), AccountOf(line.Deputy));
        var now = register.Deputyships.All.FirstOrDefault(other =>
            (other.Principal, other.Deputy, other.Validity.From) == (principal, deputy, line.Validity.From));
        register.PutDeputyship(new Deputyship { Id = now?.Id ?? Guid.CreateVersion7(), Principal = principal, Deputy = deputy, Validity = line.Validity });
    }

    private UserId AccountOf(string person)
    {
        CouncilRules.DeputyHasAccount.BrokenIf(!accountsByPerson.TryGetValue(person, out var account));
        return account;
    }

    private void NameTheRest(Organization body)
    {
        var named = organizations.Values.ToHashSet();
        notInFile.AddRange(register.Organizations.All.Where(organization => organization.Id != body.Id && !named.Contains(organization.Id)
            && (organization.Validity.To is null || organization.Validity.To >= today)).Select(organization => $"{Domain.Council.Organization.Kind} {organization.Names.Name}"));
        var keys = file.Persons.Select(person => person.Key).ToHashSet();
        notInFile.AddRange(register.Persons.All.Where(person => person.Key is null || !keys.Contains(person.Key))
            .Select(person => $"{Domain.Council.Person.Kind} {person.Name}"));
    }

    private static IEnumerable<ParticularChange> Days(Period before, Period after)
    {
        if (before.From != after.From) yield return new ParticularChange("Von", before.From?.ToString("dd.MM.yyyy"), after.From?.ToString("dd.MM.yyyy"));
        if (before.To != after.To) yield return new ParticularChange("Bis", before.To?.ToString("dd.MM.yyyy"), after.To?.ToString("dd.MM.yyyy"));
    }
}

/// <summary>An account to be made without a password; its person sets one through an invitation.</summary>
internal sealed record NewAccount(UserId Id, Guid Person, string Name, string Login);
