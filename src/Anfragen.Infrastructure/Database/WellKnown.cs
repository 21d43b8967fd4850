using Anfragen.Domain;

namespace Anfragen.Infrastructure.Database;

/// <summary>Rows the migrations bring: they are there in every database.</summary>
public static class WellKnown
{
    /// <summary>The municipality itself.</summary>
    public static readonly OrganizationId Body = new(Guid.Parse("00000000-0000-7000-8000-000000000001"));

    /// <summary>The system's own account, for the command line and the clock. It has no password and cannot sign in.</summary>
    public static readonly UserId System = new(Guid.Parse("00000000-0000-7000-8000-000000000002"));
}
