using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Anfragen.Infrastructure.Backup;

/// <summary>PostgreSQL's own programs. They learn the server and the password from their environment, since anybody on the machine reads arguments.</summary>
internal sealed class PostgreSqlPrograms(NpgsqlConnectionStringBuilder server, string database)
{
    /// <summary>Runs to the end; what it printed.</summary>
    public async Task<string> Run(string program, IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        using var process = Start(program, arguments);
        await using var kill = Kill(process, cancel);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await Finish(program, process, process.StandardError.ReadToEndAsync(CancellationToken.None), cancel);
        return await output;
    }

    /// <summary>Lets one program read what the other one prints, between two texts. The second text is sent only if the first program succeeded.</summary>
    public async Task Pipe(
        string from, IReadOnlyList<string> fromArguments, string to, IReadOnlyList<string> toArguments, string before, string after, CancellationToken cancel)
    {
        using var reader = Start(to, toArguments);
        await using var killReader = Kill(reader, cancel);
        var readerErrors = reader.StandardError.ReadToEndAsync(CancellationToken.None);
        using var writer = Start(from, fromArguments);
        await using var killWriter = Kill(writer, cancel);
        var writerErrors = writer.StandardError.ReadToEndAsync(CancellationToken.None);
        writer.StandardInput.Close();
        try
        {
            await reader.StandardInput.WriteAsync(before.AsMemory(), cancel);
            await reader.StandardInput.FlushAsync(cancel);
            await writer.StandardOutput.BaseStream.CopyToAsync(reader.StandardInput.BaseStream, cancel);
            await Finish(from, writer, writerErrors, cancel);
            await reader.StandardInput.WriteAsync(after.AsMemory(), cancel);
            reader.StandardInput.Close();
        }
        catch (IOException) when (!cancel.IsCancellationRequested)
        {
            // It stopped reading because something in it failed; its own words say what.
            await Finish(to, reader, readerErrors, cancel);
            throw;
        }
        finally
        {
            if (!writer.HasExited) writer.Kill();
        }

        await Finish(to, reader, readerErrors, cancel);
    }

    private static CancellationTokenRegistration Kill(Process process, CancellationToken cancel) => cancel.Register(() =>
    {
        if (!process.HasExited) process.Kill();
    });

    private static async Task Finish(string program, Process process, Task<string> errors, CancellationToken cancel)
    {
        await process.WaitForExitAsync(CancellationToken.None);
        cancel.ThrowIfCancellationRequested();
        if (process.ExitCode != 0) throw new BackupRefused($"{program} ist gescheitert: {(await errors).Trim().ReplaceLineEndings(" ")}");
    }

    private Process Start(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Environment()) start.Environment[name] = value;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new BackupRefused(
                $"Das Programm {program} wurde nicht gefunden. Sicherung und Wiederherstellung von PostgreSQL brauchen pg_dump, pg_restore und psql (unter Debian das Paket postgresql-client), nicht älter als der Server.",
                exception);
        }
    }

    private IEnumerable<(string Name, string Value)> Environment()
    {
        (string Name, string? Value)[] all =
        [
            ("PGHOST", server.Host),
            ("PGPORT", server.Port.ToString(CultureInfo.InvariantCulture)),
            ("PGDATABASE", database),
            ("PGUSER", server.Username),
            ("PGPASSWORD", server.Password),
            ("PGPASSFILE", server.Passfile),
            ("PGSSLROOTCERT", server.RootCertificate),
            ("PGSSLCERT", server.SslCertificate),
            ("PGSSLKEY", server.SslKey),
            ("PGSSLMODE", server.SslMode switch
            {
                SslMode.VerifyCA => "verify-ca",
                SslMode.VerifyFull => "verify-full",
                var mode => mode.ToString().ToLowerInvariant(),
            }),
            ("PGAPPNAME", "Anfragen"),
            ("PGCLIENTENCODING", "UTF8"),
        ];
        return all.Where(entry => !string.IsNullOrEmpty(entry.Value)).Select(entry => (entry.Name, entry.Value!));
    }
}
