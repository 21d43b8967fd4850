using Anfragen.Domain.Answers;

namespace Anfragen.Domain.Council;

/// <summary>
/// Stammdaten: the city's organisations, people, memberships, terms, signatories, deputies, number schemes and letterhead, loaded and
/// saved as a whole. They are few and change rarely; nothing is ever deleted, so that what was done under them stays readable.
/// </summary>
public sealed class CouncilRegister
{
    private readonly IReadOnlyDictionary<Guid, string> accountNames;
    private readonly IReadOnlySet<OrganizationId> withWork;

    /// <summary>Puts together what was stored.</summary>
    /// <param name="accountNames">The names of the accounts, for deputies.</param>
    /// <param name="withWork">The organisations in whose inboxes something waits.</param>
    public CouncilRegister(
        IEnumerable<Organization> organizations,
        IEnumerable<Person> persons,
        IEnumerable<Membership> memberships,
        IEnumerable<LegislativeTerm> terms,
        IEnumerable<Signatory> signatories,
        IEnumerable<Deputyship> deputyships,
        IEnumerable<NumberSchemePeriod> schemes,
        CoSignatureOrder coSignatures,
        IEnumerable<Letterhead> letterheads,
        IReadOnlyDictionary<Guid, string> accountNames,
        IReadOnlySet<OrganizationId> withWork)
    {
        Organizations = new(organizations);
        Persons = new(persons);
        Memberships = new(memberships);
        Terms = new(terms);
        Signatories = new(signatories);
        Deputyships = new(deputyships);
        Schemes = new(schemes);
        CoSignatures = new([coSignatures]);
        Letterheads = new(letterheads);
        this.accountNames = accountNames;
        this.withWork = withWork;
    }

    public CouncilShelf<Organization> Organizations { get; }

    public CouncilShelf<Person> Persons { get; }

    public CouncilShelf<Membership> Memberships { get; }

    public CouncilShelf<LegislativeTerm> Terms { get; }

    public CouncilShelf<Signatory> Signatories { get; }

    public CouncilShelf<Deputyship> Deputyships { get; }

    public CouncilShelf<NumberSchemePeriod> Schemes { get; }

    /// <summary>Holds the one order of co-signatures.</summary>
    public CouncilShelf<CoSignatureOrder> CoSignatures { get; }

    /// <summary>Holds the one letterhead, once somebody has entered it.</summary>
    public CouncilShelf<Letterhead> Letterheads { get; }

    /// <summary>Everything the verbs did, in the order of the shelves.</summary>
    public IReadOnlyList<CouncilChange> Changes =>
    [
        .. Of(Organizations),
        .. Of(Persons),
        .. Of(Memberships),
        .. Of(Terms),
        .. Of(Signatories),
        .. Of(Deputyships),
        .. Of(Schemes),
        .. Of(CoSignatures),
        .. Of(Letterheads),
    ];

    /// <summary>How people call the entry or account of that id; an unknown id stands for itself.</summary>
    public string NameOf(Guid id) =>
        Organizations.Find(id)?.Names.Name ?? Persons.Find(id)?.Name ?? accountNames.GetValueOrDefault(id) ?? id.ToString();

    /// <summary>Whether something waits in the organisation's inbox; it cannot end then.</summary>
    public bool HasWork(OrganizationId organization) => withWork.Contains(organization);

    /// <summary>Digest of an entry as the journal keeps it.</summary>
    public static string DigestOf(ICouncilEntry entry) =>
        Digest.OfParts(entry.Particulars(id => id.ToString()).SelectMany(particular => (string?[])[particular.Name, particular.Value]));

    /// <summary>Whether the last change of the entry ended it.</summary>
    public static Step StepOf(Period before, Period after) => before.To is null && after.To is not null ? Step.EndEntry : Step.ChangeEntry;

    /// <summary>Adds an organisation.</summary>
    public void AddOrganization(Organization organization)
    {
        Check(organization);
        Organizations.Put(organization);
    }

    /// <summary>
    /// Changes an organisation. A new name holds from <paramref name="day"/> on and the old one is kept as a former name, unless the change
    /// is a <paramref name="correction"/>.
    /// </summary>
    public void ChangeOrganization(Organization changed, DateOnly day, bool correction = false)
    {
        var now = Organizations.Get(changed.Id.Value);
        CouncilRules.KindStays.BrokenIf(now.Type != changed.Type);
        changed = changed with { Version = now.Version, Former = now.Former, Successor = now.Successor };
        if (!correction && now.Names != changed.Names && now.Names.Name != changed.Names.Name)
        {
            var last = day.AddDays(-1);
            CouncilRules.RenamedForward.BrokenIf(now.Former.Count > 0 && last <= now.Former[^1].LastDay);
            changed = changed with { Former = [.. now.Former, new FormerNames(now.Names, last)] };
        }

        if (changed.Equals(now)) return;
        if (StepOf(now.Validity, changed.Validity) == Step.EndEntry) MustBeAbleToEnd(now);
        Check(changed);
        Organizations.Put(changed with { Version = now.Version + 1 });
    }

    /// <summary>Ends an organisation with that day; a successor carries on with its matters, as after a merger.</summary>
    public void EndOrganization(OrganizationId id, DateOnly last, OrganizationId? successor)
    {
        var now = Organizations.Get(id.Value);
        CouncilRules.OrganizationIsCurrent.BrokenIf(now.Validity.To is not null);
        MustBeAbleToEnd(now);
        if (successor is { } next)
        {
            var found = Organizations.Find(next.Value);
            CouncilRules.SuccessorIsCurrent.BrokenIf(found is null || next == id || found.Type != now.Type || found.Validity.To is not null);
        }

        var ended = now with { Validity = now.Validity.Until(last), Successor = successor, Version = now.Version + 1 };
        CouncilRules.PeriodIsForward.BrokenIf(ended.Validity.IsReversed);
        Organizations.Put(ended);
    }

    /// <summary>Names who carries on with the matters of an organisation that has an end.</summary>
    public void SetSuccessor(OrganizationId id, OrganizationId successor)
    {
        var now = Organizations.Get(id.Value);
        var found = Organizations.Find(successor.Value);
        CouncilRules.SuccessorIsCurrent.BrokenIf(found is null || successor == id || found.Type != now.Type || now.Validity.To is null);
        if (now.Successor != successor) Organizations.Put(now with { Successor = successor, Version = now.Version + 1 });
    }

    /// <summary>Adds or changes a person.</summary>
    public void PutPerson(Person person) => Put(Persons, person, (entry, version) => entry with { Version = version });

    /// <summary>Adds or changes a membership.</summary>
    public void PutMembership(Membership membership)
    {
        CouncilRules.PeriodIsForward.BrokenIf(membership.Validity.IsReversed);
        Persons.Get(membership.Person);
        Organizations.Get(membership.Organization.Value);
        CouncilRules.MembershipIsNew.BrokenIf(Memberships.All.Any(other => other.Id != membership.Id && other.Person == membership.Person
            && other.Organization == membership.Organization && other.Function == membership.Function && other.Validity.Overlaps(membership.Validity)));
        Put(Memberships, membership, (entry, version) => entry with { Version = version });
    }

    /// <summary>Ends the person's memberships with that day; those that begin later are left to be settled by hand.</summary>
    public void EndMemberships(Guid person, DateOnly last)
    {
        var running = Memberships.All.Where(membership => membership.Person == person && membership.Validity.Covers(last) && membership.Validity.To != last);
        foreach (var membership in running.ToList()) PutMembership(membership with { Validity = membership.Validity.Until(last) });
    }

    /// <summary>Adds or changes a legislative term.</summary>
    public void PutTerm(LegislativeTerm term)
    {
        CouncilRules.TermBegins.BrokenIf(term.Validity.From is null);
        CouncilRules.PeriodIsForward.BrokenIf(term.Validity.IsReversed);
        var others = Terms.All.Where(other => other.Id != term.Id).ToList();
        CouncilRules.TermOrdinalIsFree.BrokenIf(others.Any(other => other.Ordinal == term.Ordinal));
        CouncilRules.TermsAreApart.BrokenIf(others.Any(other => other.Validity.Overlaps(term.Validity)));
        Put(Terms, term, (entry, version) => entry with { Version = version });
    }

    /// <summary>Adds or changes a signatory.</summary>
    public void PutSignatory(Signatory signatory)
    {
        CouncilRules.PeriodIsForward.BrokenIf(signatory.Validity.IsReversed);
        Put(Signatories, signatory, (entry, version) => entry with { Version = version });
    }

    /// <summary>Adds or changes a deputyship.</summary>
    public void PutDeputyship(Deputyship deputyship)
    {
        CouncilRules.DeputyIsOther.BrokenIf(deputyship.Principal == deputyship.Deputy);
        CouncilRules.DeputyPeriodIsClosed.BrokenIf(deputyship.Validity.From is null || deputyship.Validity.To is null);
        CouncilRules.PeriodIsForward.BrokenIf(deputyship.Validity.IsReversed);
        CouncilRules.DeputyIsNew.BrokenIf(Deputyships.All.Any(other => other.Id != deputyship.Id
            && (other.Principal, other.Deputy) == (deputyship.Principal, deputyship.Deputy) && other.Validity.Overlaps(deputyship.Validity)));
        Put(Deputyships, deputyship, (entry, version) => entry with { Version = version });
    }

    /// <summary>Lets another scheme hold from a day on, which is not past once the city gives numbers.</summary>
    public void PutScheme(NumberSchemePeriod scheme, DateOnly today, bool numbersWereGiven)
    {
        CouncilRules.SchemeIsNotPast.BrokenIf(numbersWereGiven && scheme.ValidFrom < today);
        CouncilRules.SchemeDayIsFree.BrokenIf(Schemes.All.Any(other => other.Id != scheme.Id && other.ValidFrom == scheme.ValidFrom));
        Put(Schemes, scheme, (entry, version) => entry with { Version = version });
    }

    /// <summary>Names whose heads co-sign, in order; what was submitted before keeps its own list.</summary>
    public void SetCoSignatures(IReadOnlyList<CoSignatureStage> stages)
    {
        CouncilRules.SomebodyCoSigns.BrokenIf(stages.Count == 0 || stages.Distinct().Count() < stages.Count);
        Put(CoSignatures, new CoSignatureOrder { Stages = stages }, (entry, version) => entry with { Version = version });
    }

    /// <summary>Enters or changes what stands on every letter; letters that were issued stay as they are.</summary>
    public void PutLetterhead(Letterhead letterhead)
    {
        CouncilRules.LetterheadHasSender.BrokenIf(string.IsNullOrWhiteSpace(letterhead.Sender));
        CouncilRules.LetterheadFits.BrokenIf(
            letterhead.Address.Count > CouncilRules.MostAddressLines || letterhead.Contact.Count > CouncilRules.MostContactLines);
        CouncilRules.ContactLabelsDiffer.BrokenIf(letterhead.Contact.Select(line => line.Label).Distinct().Count() < letterhead.Contact.Count);
        Put(Letterheads, letterhead, (entry, version) => entry with { Version = version });
    }

    private static void Put<T>(CouncilShelf<T> shelf, T entry, Func<T, int, T> withVersion) where T : class, ICouncilEntry, IEquatable<T>
    {
        var now = shelf.Find(entry.Id);
        if (now is null) shelf.Put(withVersion(entry, 1));
        else if (!now.Equals(withVersion(entry, now.Version))) shelf.Put(withVersion(entry, now.Version + 1));
    }

    private void MustBeAbleToEnd(Organization organization)
    {
        CouncilRules.BodyStays.BrokenIf(organization.Type == OrganizationKind.Body);
        CouncilRules.NoWorkIsWaiting.BrokenIf(HasWork(organization.Id));
    }

    private void Check(Organization organization)
    {
        CouncilRules.PeriodIsForward.BrokenIf(organization.Validity.IsReversed);
        CouncilRules.NameIsFree.BrokenIf(organization.Validity.To is null && Organizations.All.Any(other =>
            other.Id != organization.Id && other.Validity.To is null && other.Names.Name == organization.Names.Name));
        for (var (parent, depth) = (organization.Parent, 0); parent is { } above; depth++)
        {
            CouncilRules.ParentIsOther.BrokenIf(above == organization.Id || depth > 20);
            var found = Organizations.Find(above.Value);
            CouncilRules.ParentExists.BrokenIf(found is null);
            parent = found.Parent;
        }
    }

    private IEnumerable<CouncilChange> Of<T>(CouncilShelf<T> shelf) where T : class, ICouncilEntry, IEquatable<T>
    {
        foreach (var added in shelf.Added)
        {
            yield return new CouncilChange(Step.AddEntry, T.Kind, added.Title(this),
                [.. added.Particulars(NameOf).Where(particular => particular.Value is not null)
                    .Select(particular => new ParticularChange(particular.Name, null, particular.Value))]);
        }

        foreach (var (before, after) in shelf.Changed)
        {
            var old = before.Particulars(NameOf).ToDictionary();
            var now = after.Particulars(NameOf).ToDictionary();
            yield return new CouncilChange(StepOf(before.Validity, after.Validity), T.Kind, before.Title(this),
                [.. old.Keys.Union(now.Keys).Where(name => old.GetValueOrDefault(name) != now.GetValueOrDefault(name))
                    .Select(name => new ParticularChange(name, old.GetValueOrDefault(name), now.GetValueOrDefault(name)))]);
        }
    }
}
