namespace Anfragen.Web.Security;

/// <summary>
/// The reader of forms gives up at the first NUL character (%00), and everything typed beside it would be lost. In another control
/// character's guise it comes as far as the validators, which refuse both beside the field.
/// </summary>
internal static class NulCharacters
{
    public static void UseReadableForms(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var isForm = context.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;
        if (isForm) context.Request.Body = new WithoutNul(context.Request.Body);
        return next(context);
    });

    /// <summary>Reads %01 where the body says %00: as long, so that neither lengths nor limits change.</summary>
    private sealed class WithoutNul(Stream body) : Stream
    {
        // How much of "%00" the bytes read last have in common with it; the rest may come with the next ones.
        private int _matched;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Bodies are read without holding a thread.");

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await body.ReadAsync(buffer, cancellationToken);
            Replace(buffer.Span[..read]);
            return read;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private void Replace(Span<byte> bytes)
        {
            foreach (ref var current in bytes)
            {
                _matched = current switch
                {
                    (byte)'%' => 1,
                    (byte)'0' when _matched is 1 or 2 => _matched + 1,
                    _ => 0,
                };
                if (_matched == 3) current = (byte)'1';
            }
        }
    }
}
