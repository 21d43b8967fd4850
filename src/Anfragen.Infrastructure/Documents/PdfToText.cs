using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Anfragen.Application.Documents;

namespace Anfragen.Infrastructure.Documents;

/// <summary>
/// Reads a PDF with poppler's <c>pdftotext</c>, in a process of its own that may neither run long nor grow: a few hundred bytes can
/// inflate to a page of any size.
/// </summary>
internal sealed class PdfToText(string program = "pdftotext")
{
    private const int MemoryKilobytes = 256 * 1024;
    private const int NotFoundByShell = 127;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private static readonly string NotInstalled =
        "PDF-Dateien können hier nicht gelesen werden, weil das Programm pdftotext (Paket poppler-utils) nicht installiert ist. "
        + "Bitte fügen Sie den Text von Hand ein oder laden Sie ein Word- oder OpenDocument-Dokument hoch.";

    public async Task<DocumentText> Read(byte[] content, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        using var process = Start();
        try
        {
            var output = ReadOutput(process, patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await Write(process, content, patience.Token);
            var text = await output;
            await process.WaitForExitAsync(patience.Token);
            await errors;
            if (process.ExitCode == NotFoundByShell) throw new DocumentRefused(NotInstalled);
            if (process.ExitCode != 0) throw DocumentRefused.Because("Das PDF ist beschädigt, geschützt oder zu aufwendig, um seinen Text zu lesen.");
            return ToText(text);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw DocumentRefused.Because("Das PDF ist zu aufwendig, um seinen Text zu lesen.");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    // The shell sets the limits before it becomes the program; Windows has neither, there only the time is bounded.
    private Process Start()
    {
        string[] arguments = ["-layout", "-enc", "UTF-8", "-", "-"];
        var start = new ProcessStartInfo
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            FileName = OperatingSystem.IsWindows() ? program : "/bin/sh",
        };
        if (!OperatingSystem.IsWindows())
        {
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add($"ulimit -v {MemoryKilobytes}; ulimit -t {Patience.TotalSeconds}; ulimit -c 0; exec \"$0\" \"$@\"");
            start.ArgumentList.Add(program);
        }

        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new DocumentRefused(NotInstalled);
        }
    }

    private static async Task Write(Process process, byte[] content, CancellationToken cancel)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(content, cancel);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read everything; its exit code says why.
        }
    }

    private static async Task<string> ReadOutput(Process process, CancellationToken cancel)
    {
        var text = new StringBuilder();
        var buffer = new char[8192];
        for (int read; (read = await process.StandardOutput.ReadAsync(buffer, cancel)) > 0;)
        {
            text.Append(buffer, 0, read);
            if (text.Length > DocumentLimits.TextCharacters) throw SafeXml.TooLong();
        }

        return text.ToString();
    }

    // A font without a proper encoding yields control characters; what cannot be read stays to be seen as such.
    private static string Legible(string line) => string.Create(line.Length, line, static (span, text) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            span[i] = text[i] switch
            {
                '\t' => text[i],
                var c when char.IsControl(c) || c is '\uFFFE' or '\uFFFF' => '\uFFFD',
                var c => c,
            };
        }
    });

    private static DocumentText ToText(string output)
    {
        if (string.IsNullOrWhiteSpace(output.Replace("\f", "", StringComparison.Ordinal)))
        {
            throw new DocumentRefused("Das PDF enthält keinen Text, vermutlich ist es eingescannt. Bitte geben Sie den Text von Hand ein.");
        }

        var text = new TextUnderway();
        var starts = new List<int>();
        var (count, blank) = (0, 0);
        foreach (var page in output.ReplaceLineEndings("\n").TrimEnd('\f').Split('\f'))
        {
            starts.Add(count);
            foreach (var line in page.TrimEnd('\n').Split('\n'))
            {
                text.Add(Legible(line));
                count++;
                if (blank == count - 1 && string.IsNullOrWhiteSpace(line)) blank++;
            }
        }

        // Blank lines before the text are not in it.
        return text.ToText(FileFormat.Pdf, []) with
        {
            PageStarts = [.. starts.Select(start => start - blank).Where(start => start > 0)],
            Unread = ["Ein PDF kennt keine Absätze: Kopf- und Fußzeilen, Fußnoten und Tabellen stehen zwischen den Zeilen. Bilder wurden nicht gelesen."],
        };
    }
}
