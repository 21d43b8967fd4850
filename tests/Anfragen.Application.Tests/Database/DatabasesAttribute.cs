using System.Reflection;
using Xunit.Sdk;

namespace Anfragen.Application.Tests.Database;

/// <summary>
/// Runs a theory once on each database; the <see cref="DatabaseKind"/> is its first argument, those given here follow:
/// <c>[Theory, Databases("1435/2025")]</c>. ANFRAGEN_TEST_DATABASE=sqlite|postgresql takes only that one. Where PostgreSQL is not
/// installed the theory runs on SQLite alone and one test says so, unless CI_REQUIRE_ALL=1 or PostgreSQL is asked for: then it fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class DatabasesAttribute(params object?[] arguments) : DataAttribute
{
    public override IEnumerable<object?[]> GetData(MethodInfo testMethod) => Chosen.Select(kind => (object?[])[kind, .. arguments]);

    internal static IReadOnlyList<DatabaseKind> Chosen => Environment.GetEnvironmentVariable("ANFRAGEN_TEST_DATABASE") switch
    {
        "sqlite" => [DatabaseKind.Sqlite],
        "postgresql" => [DatabaseKind.PostgreSql],
        null or "" when PostgreSqlCluster.WhyAbsent is not null && !NothingMayBeSkipped => [DatabaseKind.Sqlite],
        null or "" => [DatabaseKind.Sqlite, DatabaseKind.PostgreSql],
        var other => throw new InvalidOperationException($"ANFRAGEN_TEST_DATABASE is sqlite, postgresql or unset for both, not '{other}'."),
    };

    internal static bool NothingMayBeSkipped => Environment.GetEnvironmentVariable("CI_REQUIRE_ALL") == "1";
}

/// <summary>Shows in the results why PostgreSQL was left out.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute()
    {
        if (DatabasesAttribute.NothingMayBeSkipped || DatabasesAttribute.Chosen.Contains(DatabaseKind.PostgreSql)) return;
        Skip = PostgreSqlCluster.WhyAbsent ?? "ANFRAGEN_TEST_DATABASE asks for SQLite only.";
    }
}
