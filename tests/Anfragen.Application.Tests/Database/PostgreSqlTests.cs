using Npgsql;

namespace Anfragen.Application.Tests.Database;

public sealed class PostgreSqlTests
{
    [PostgreSqlFact]
    public async Task The_tests_of_this_project_run_on_PostgreSQL_15_or_later_too()
    {
        await using var connection = new NpgsqlConnection(await PostgreSqlCluster.ConnectionString());
        await connection.OpenAsync();

        Assert.True(connection.PostgreSqlVersion.Major >= 15, $"This server is version {connection.ServerVersion}.");
    }
}
