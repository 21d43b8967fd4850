namespace Anfragen.Infrastructure.CaseFiles;

/// <summary>
/// Takes what the ZIP writes until somebody carries it on. The archive writes parts of itself at once even when asked to wait, which a
/// web server's stream refuses. Without going back in it, so that nothing carried on is changed afterwards.
/// </summary>
internal sealed class PendingBytes : Stream
{
    private readonly MemoryStream _pending = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Carries everything on to the target.</summary>
    public async Task MoveTo(Stream target, CancellationToken cancel)
    {
        await target.WriteAsync(_pending.GetBuffer().AsMemory(0, (int)_pending.Length), cancel);
        _pending.SetLength(0);
    }

    public override void Write(byte[] buffer, int offset, int count) => _pending.Write(buffer, offset, count);

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
