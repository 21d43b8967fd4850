using Anfragen.Application;
using Anfragen.Application.Archive;
using Anfragen.Application.Documents;

namespace Anfragen.Cli;

/// <summary>What became of each case.</summary>
/// <param name="Done">Read now or before.</param>
/// <param name="Refused">With the sentence that says why.</param>
/// <param name="HasFailed">Whether one of them met an error that nobody foresaw.</param>
internal sealed record ArchiveReport(
    IReadOnlyList<(string Name, ImportOutcome Outcome)> Done, IReadOnlyList<(string Name, string Sentence)> Refused, bool HasFailed);

/// <summary>
/// Reads one old case after the other, each in a transaction of its own: whatever happens to one, those before it are in and those after
/// it have their turn.
/// </summary>
internal sealed class ArchiveImporter(AnfragenHost host)
{
    private readonly List<(string Name, ImportOutcome Outcome)> _done = [];
    private readonly List<(string Name, string Sentence)> _refused = [];
    private bool _hasFailed;

    public async Task<ArchiveReport> Run(IReadOnlyList<PlannedCase> cases, IProgress<double> progress, CancellationToken cancel)
    {
        for (var index = 0; index < cases.Count; index++)
        {
            cancel.ThrowIfCancellationRequested();
            await Read(cases[index], cancel);
            progress.Report((index + 1) / (double)cases.Count);
        }

        return new ArchiveReport(_done, _refused, _hasFailed);
    }

    private async Task Read(PlannedCase planned, CancellationToken cancel)
    {
        if (planned.Problem is { } problem)
        {
            _refused.Add((planned.Name, problem));
            return;
        }

        try
        {
            var command = new ImportArchivedCase
            {
                Reply = await FileOf(planned.Reply, cancel),
                Inquiry = planned.Inquiry is null ? null : await FileOf(planned.Inquiry, cancel),
                Supplements = [.. await Task.WhenAll(planned.Supplements.Select(file => FileOf(file, cancel)))],
            };
            _done.Add((planned.Name, await host.Send(command, cancel)));
        }
        catch (Forbidden)
        {
            throw;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _refused.Add((planned.Name, $"Die Datei lässt sich nicht lesen: {exception.Message}"));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The archive goes on without this case; the end of the command tells of it.
            var sentences = CommandLine.SentencesOf(exception);
            _hasFailed |= sentences.Count == 0;
            _refused.Add((planned.Name, sentences.Count == 0 ? $"Ein unerwarteter Fehler ist aufgetreten: {exception.Message}" : string.Join(' ', sentences)));
        }
    }

    // One byte more than is taken in tells that a file is too large, without holding all of it.
    private static async Task<ArchiveFile> FileOf(string path, CancellationToken cancel)
    {
        await using var stream = File.OpenRead(path);
        var bytes = new byte[Math.Min(stream.Length, DocumentLimits.FileBytes + 1)];
        await stream.ReadExactlyAsync(bytes, cancel);
        return new ArchiveFile(Path.GetFileName(path), bytes);
    }
}
