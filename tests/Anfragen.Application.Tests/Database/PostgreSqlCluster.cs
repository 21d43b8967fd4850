using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Anfragen.Application.Tests.Database;

/// <summary>
/// The PostgreSQL server of the tests: ANFRAGEN_TEST_POSTGRESQL (a connection string whose user may create databases), else a
/// server of this process's own in a temporary folder, reached by its socket alone.
/// </summary>
internal static class PostgreSqlCluster
{
    private const string Server = "ANFRAGEN_TEST_POSTGRESQL";
    private const string Superuser = "postgres";

    // The server ends with the pipe to this process, however the process ends, and leaves nothing behind.
    private const string RunUntilPipeCloses = """
        "$1/postgres" -D "$2/data" -k "$2" -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
            -c max_connections=300 -c shared_buffers=64MB -c log_min_messages=fatal &
        server=$!
        cat > /dev/null
        kill -QUIT "$server"
        wait "$server"
        rm -rf "$2"
        """;

    private static readonly Lazy<Task<string>> Started = new(Start);

    // Held for its pipe, which a finalizer would close.
    private static Process? _server;

    /// <summary>Null when there is a server or the programs to make one.</summary>
    public static string? WhyAbsent { get; } =
        Environment.GetEnvironmentVariable(Server) is { Length: > 0 } ? null
        : Programs is null ? $"PostgreSQL is not installed (no initdb below /usr/lib/postgresql) and {Server} names no server."
        : Environment.IsPrivilegedProcess && !UserExists ? $"PostgreSQL does not run as root and there is no user {Superuser}."
        : null;

    private static string? Programs => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql")
            .Where(version => File.Exists(Path.Combine(version, "bin", "initdb")))
            .OrderByDescending(version => double.TryParse(Path.GetFileName(version), CultureInfo.InvariantCulture, out var number) ? number : 0)
            .Select(version => Path.Combine(version, "bin"))
            .FirstOrDefault()
        : null;

    private static bool UserExists => File.ReadLines("/etc/passwd").Any(line => line.StartsWith($"{Superuser}:", StringComparison.Ordinal));

    /// <summary>A connection string to the server's maintenance database.</summary>
    public static Task<string> ConnectionString() => Started.Value;

    private static async Task<string> Start()
    {
        if (Environment.GetEnvironmentVariable(Server) is { Length: > 0 } given) return given;
        if (WhyAbsent is { } reason) throw new InvalidOperationException(reason);

        var folder = (await RunAsSuperuser("mktemp", "-d", Path.Combine(Path.GetTempPath(), "anfragen-pg-XXXXXX"))).Trim();
        // German ICU order, unlike SQLite's: where the order of bytes matters, a forgotten COLLATE "C" shows.
        await RunAsSuperuser(
            Path.Combine(Programs!, "initdb"), "-D", $"{folder}/data", "-U", Superuser, "--auth=trust", "--no-sync", "--no-instructions",
            "--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=de-DE");

        _server = StartAsSuperuser("sh", "-c", RunUntilPipeCloses, "sh", Programs!, folder);
        _server.BeginErrorReadLine();
        var connectionString = $"Host={folder};Username={Superuser};Database=postgres;Maximum Pool Size=40";
        await UntilItAnswers(connectionString, _server);
        return connectionString;
    }

    private static async Task UntilItAnswers(string connectionString, Process server)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (attempt < 300 && !server.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

    private static async Task<string> RunAsSuperuser(string program, params string[] arguments)
    {
        using var process = StartAsSuperuser(program, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program}: {await errors}");
    }

    private static Process StartAsSuperuser(string program, params string[] arguments)
    {
        string[] command = Environment.IsPrivilegedProcess ? ["runuser", "-u", Superuser, "--", program, .. arguments] : [program, .. arguments];
        return Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        })!;
    }
}
