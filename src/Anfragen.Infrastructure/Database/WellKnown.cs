using Anfragen.Domain;
using Anfragen.Domain.Council;

namespace Anfragen.Infrastructure.Database;

/// <summary>Rows the migrations bring: they are there in every database.</summary>
public static class WellKnown
{
    /// <summary>The municipality itself.</summary>
    public static readonly OrganizationId Body = new(Guid.Parse("00000000-0000-7000-8000-000000000001"));

    /// <summary>The number scheme a city begins with.</summary>
    private static readonly Guid FirstScheme = Guid.Parse("00000000-0000-7000-8000-000000000003");

    /// <summary>Whether the row was there before there was a journal.</summary>
    public static bool IsFromMigration(Guid id) => id == Body.Value || id == FirstScheme || id == CoSignatureOrder.OnlyId;

    /// <summary>The system's own account, for the command line and the clock. It has no password and cannot sign in.</summary>
    public static readonly UserId System = new(Guid.Parse("00000000-0000-7000-8000-000000000002"));
}
