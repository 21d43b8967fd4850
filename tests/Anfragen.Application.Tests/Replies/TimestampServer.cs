using System.Net;
using System.Net.Sockets;
using Anfragen.Typesetting.Tests;

namespace Anfragen.Application.Tests.Replies;

/// <summary>A time stamping authority on this machine, in the moods that such servers have.</summary>
internal sealed class TimestampServer : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _serving;

    private TimestampServer(string address, Func<byte[], CancellationToken, Task<byte[]?>> answer)
    {
        Address = address;
        _listener.Prefixes.Add(address);
        _listener.Start();
        _serving = Serve(answer);
    }

    public string Address { get; }

    /// <summary>Done when somebody has asked for the first time.</summary>
    public Task Asked => _asked.Task;

    public static TimestampServer At(DateTimeOffset instant, TimeSpan after = default) => new(FreeAddress(), async (query, cancel) =>
    {
        await Task.Delay(after, cancel);
        return await new TestTimestampAuthority(instant).RequestAsync(query, cancel);
    });

    public static TimestampServer ThatFails() => new(FreeAddress(), (_, _) => Task.FromResult<byte[]?>(null));

    public static TimestampServer ThatNeverAnswers() => new(FreeAddress(), async (_, cancel) =>
    {
        await Task.Delay(Timeout.Infinite, cancel);
        return null;
    });

    /// <summary>Nobody listens there.</summary>
    public static string FreeAddress()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return $"http://127.0.0.1:{((IPEndPoint)socket.LocalEndpoint).Port}/";
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _listener.Close();
        _end.Dispose();
    }

    private async Task Serve(Func<byte[], CancellationToken, Task<byte[]?>> answer)
    {
        while (!_end.IsCancellationRequested && await Next() is { } context)
        {
            _asked.TrySetResult();
            using var query = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(query);
            try
            {
                var bytes = context.Request.ContentType == "application/timestamp-query" ? await answer(query.ToArray(), _end.Token) : null;
                context.Response.StatusCode = bytes is null ? 503 : 200;
                if (bytes is not null) await context.Response.OutputStream.WriteAsync(bytes);
                context.Response.Close();
            }
            catch (OperationCanceledException)
            {
                context.Response.Abort();
            }
        }
    }

    private async Task<HttpListenerContext?> Next()
    {
        try
        {
            return await _listener.GetContextAsync();
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            return null;
        }
    }
}
