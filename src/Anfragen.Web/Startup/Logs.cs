using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Encodings.Web;
using System.Text.Json;
using Anfragen.Infrastructure.Backup;
using Anfragen.Infrastructure.Database;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Anfragen.Web.Startup;

/// <summary>What the service tells whoever runs it: plain lines for a developer, else one JSON object a line.</summary>
internal static class Logs
{
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        // The queries of addresses hold what people search for and where they were going; this category alone writes them.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        if (builder.Environment.IsDevelopment()) return;
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(options => options.FormatterName = LogLine.Format);
        builder.Logging.AddConsoleFormatter<LogLine, ConsoleFormatterOptions>();
    }
}

/// <summary>
/// One entry as JSON. Of an exception it tells the kinds and the places in the program, and its message only where that cannot hold
/// what a person wrote: "the input string … was not in a correct format" quotes it.
/// </summary>
internal sealed class LogLine(TimeProvider clock) : ConsoleFormatter(Format)
{
    public const string Format = "anfragen";

    /// <summary>The host's own report that it could not start, which <see cref="StartUp"/> tells as a sentence.</summary>
    private const string StartupFaulted = "HostedServiceStartupFaulted";

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        if (logEntry.EventId.Name == StartupFaulted) return;

        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("at", clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WriteString("level", logEntry.LogLevel.ToString());
            json.WriteString("category", logEntry.Category);
            json.WriteString("message", logEntry.Formatter(logEntry.State, null));
            WriteValues(json, logEntry.State);
            if (logEntry.Exception is { } exception) WriteException(json, exception);
            json.WriteEndObject();
        }

        textWriter.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void WriteValues<TState>(Utf8JsonWriter json, TState state)
    {
        if (state is not IReadOnlyList<KeyValuePair<string, object?>> values) return;
        json.WriteStartObject("values");
        foreach (var (name, value) in values.Where(value => value.Key != "{OriginalFormat}"))
        {
            json.WriteString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
        }

        json.WriteEndObject();
    }

    private static void WriteException(Utf8JsonWriter json, Exception exception)
    {
        json.WriteStartArray("exception");
        for (var current = exception; current is not null; current = current.InnerException)
        {
            json.WriteStartObject();
            json.WriteString("type", current.GetType().FullName);
            if (MayBeTold(current)) json.WriteString("message", current.Message);
            if (current is DbException { SqlState: { } state }) json.WriteString("sqlState", state);
            json.WriteStartArray("places");
            foreach (var frame in new StackTrace(current, fNeedFileInfo: true).GetFrames()) json.WriteStringValue(frame.ToString().Trim());
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static bool MayBeTold(Exception exception) => exception is IOException or SocketException or BackupRefused or MigrationRefused or DatabaseBusy;
}
