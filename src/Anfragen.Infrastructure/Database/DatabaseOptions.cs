using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace Anfragen.Infrastructure.Database;

/// <summary>
/// Which database is used. The setting <c>Anfragen:Database</c> (environment <c>Anfragen__Database</c>) is an ordinary
/// connection string: one that names a <c>Host=</c> means PostgreSQL, any other SQLite; without it the file
/// <c>data/anfragen.db</c> below the root is used.
/// </summary>
public sealed record DatabaseOptions
{
    /// <summary>The setting that holds the connection string.</summary>
    public const string Setting = "Anfragen:Database";

    private DatabaseOptions(Dialect dialect, string connectionString)
    {
        Dialect = dialect;
        ConnectionString = connectionString;
    }

    internal Dialect Dialect { get; }

    internal string ConnectionString { get; }

    /// <summary>Reads the setting.</summary>
    public static DatabaseOptions From(IConfiguration configuration, AnfragenRoot root) => From(configuration[Setting], root);

    /// <summary>Whether it is a file that does not exist; whether a server has the database is seen when it is asked.</summary>
    public bool IsAbsent => Dialect.IsAbsent(ConnectionString);

    /// <summary>Takes a connection string; a relative file lies below the root.</summary>
    /// <exception cref="ArgumentException">It cannot be read; the sentence does not repeat it, since it may hold a password.</exception>
    public static DatabaseOptions From(string? connectionString, AnfragenRoot root)
    {
        if (string.IsNullOrWhiteSpace(connectionString)) connectionString = $"Data Source={Path.Combine(root.Data, "anfragen.db")}";
        try
        {
            var dialect = Dialect.Of(connectionString);
            return new(dialect, dialect.Complete(connectionString, root));
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            throw new ArgumentException(
                $"Die Einstellung {Setting} lässt sich nicht lesen. Richtig ist zum Beispiel „Data Source=data/anfragen.db“ für SQLite oder „Host=localhost;Database=anfragen;Username=anfragen“ für PostgreSQL.",
                exception);
        }
    }

    /// <summary>Says which database is used without giving away its password.</summary>
    public override string ToString() => Dialect.Describe(ConnectionString);
}
