using Anfragen.Application.Documents;

namespace Anfragen.Infrastructure.Documents;

/// <summary>
/// Lets XML through as long as no tag and no text between tags grows without end: the reader behind it holds all attributes of an element
/// and the whole of a value at once.
/// </summary>
internal sealed class BoundedTags(Stream xml) : Stream
{
    private const int MostBytes = 4 * 1024 * 1024;
    private const int MostAttributes = 50_000;

    private int _bytes;
    private int _attributes;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = xml.Read(buffer);
        Count(buffer[..read]);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) xml.Dispose();
        base.Dispose(disposing);
    }

    // A tag begins with "<", which stands nowhere within one; each of its attributes has a "=".
    private void Count(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var next = bytes.IndexOf((byte)'<');
            var rest = next < 0 ? bytes : bytes[..next];
            _bytes += rest.Length;
            _attributes += rest.Count((byte)'=');
            if (_bytes > MostBytes || _attributes > MostAttributes) throw DocumentRefused.Because(ZipDirectory.Broken);
            if (next < 0) return;
            (_bytes, _attributes) = (0, 0);
            bytes = bytes[(next + 1)..];
        }
    }
}
