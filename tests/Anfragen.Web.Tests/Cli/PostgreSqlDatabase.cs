using Anfragen.Application.Tests.Database;
using Npgsql;

namespace Anfragen.Web.Tests.Cli;

internal static class PostgreSqlDatabase
{
    /// <summary>An empty database for the option <c>--database</c>; it is gone with the server, which lives as long as this process.</summary>
    public static async Task<string> New()
    {
        var name = $"anfragen_{Guid.CreateVersion7():N}";
        var server = await PostgreSqlCluster.ConnectionString();
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
    }
}
