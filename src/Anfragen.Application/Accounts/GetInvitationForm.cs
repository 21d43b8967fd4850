using Anfragen.Application.Council;

namespace Anfragen.Application.Accounts;

/// <summary>What the form for a new account offers.</summary>
public sealed record GetInvitationForm : IQuery<InvitationForm>
{
    public static Permission Permission => Permission.ManageAccounts;
}

/// <summary>Choices for a new account.</summary>
/// <param name="Persons">People of the master data who have no account yet.</param>
/// <param name="Organizations">Where the first role can hold.</param>
public sealed record InvitationForm(IReadOnlyList<PersonChoice> Persons, IReadOnlyList<ListedOrganization> Organizations);

/// <summary>A person to choose.</summary>
public sealed record PersonChoice(Guid Id, string Name);
