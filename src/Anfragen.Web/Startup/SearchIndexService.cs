using Anfragen.Infrastructure.Search;

namespace Anfragen.Web.Startup;

/// <summary>Twice a second brings the full-text index up with what was saved. What fails is told to the log and tried again.</summary>
internal sealed partial class SearchIndexService(SearchIndexer indexer, ILogger<SearchIndexService> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do await CatchUp(stoppingToken); while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task CatchUp(CancellationToken cancel)
    {
        try
        {
            await indexer.CatchUp(cancel);
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            Failed(exception);
        }
    }

    [LoggerMessage(LogLevel.Error, "The full-text index could not be brought up to date; it is tried again")]
    private partial void Failed(Exception exception);
}
