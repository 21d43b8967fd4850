using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Anfragen.Application.Documents;
using Anfragen.Application.Tests.Replies;
using Anfragen.Infrastructure.Documents;
using Xunit.Abstractions;
using static Anfragen.Application.Tests.Documents.SampleFiles;

namespace Anfragen.Application.Tests.Documents;

/// <summary>Files made to exhaust the program are refused within 300 MB and 5 seconds; nothing else runs meanwhile.</summary>
[Collection(nameof(AloneInTheProcess))]
public sealed class HostileFileTests(ITestOutputHelper output)
{
    private const long Megabyte = 1024 * 1024;

    [Fact]
    public Task Two_hundred_megabytes_within_195_KB()
    {
        var bomb = Bomb();
        Assert.InRange(bomb.Length, 190_000, 260_000);
        return IsRefusedCheaply(bomb);
    }

    [Fact]
    public Task A_size_in_the_headers_that_is_a_lie()
    {
        var bomb = Bomb();
        for (var at = bomb.AsSpan().IndexOf("PK\x01\x02"u8); at >= 0;)
        {
            BitConverter.TryWriteBytes(bomb.AsSpan(at + 24), 1000);
            var next = bomb.AsSpan(at + 4).IndexOf("PK\x01\x02"u8);
            at = next < 0 ? -1 : at + 4 + next;
        }

        return IsRefusedCheaply(bomb);
    }

    [Fact]
    public Task Half_a_million_entries()
    {
        var entry = new byte[47];
        "PK\x01\x02"u8.CopyTo(entry);
        entry[28] = 1;
        var end = new byte[22];
        "PK\x05\x06"u8.CopyTo(end);
        byte[] start = [.. "PK\x03\x04"u8, .. new byte[28]];
        BitConverter.TryWriteBytes(end.AsSpan(16), start.Length);
        return IsRefusedCheaply([.. start, .. Enumerable.Repeat(entry, 500_000).SelectMany(bytes => bytes), .. end]);
    }

    [Fact]
    public Task A_text_of_nothing_but_elements() => IsRefusedCheaply(Docx(Repeat("<w:p><w:r/></w:p>", 2_900_000)));

    [Fact]
    public Task Megabytes_of_attributes() => IsRefusedCheaply(Docx($"<w:p {Repeat(i => $"a{i}=\"\" ", 3_000_000)}/>"));

    [Fact]
    public Task Megabytes_of_names() => IsRefusedCheaply(Docx(Repeat(i => $"<a{i}/>", 8_000_000)));

    [Fact]
    public Task A_value_of_sixty_megabytes() =>
        IsRefusedCheaply(DocxWith("", ("docProps/core.xml", Bytes($"<p><creator>{new string('x', 92_900_000)}</creator></p>"))));

    [Fact]
    public Task A_text_that_repeats_blanks_without_end() =>
        IsRefusedCheaply(Odf(FileFormat.Odt, $"<office:text>{Repeat("<text:p><text:s text:c=\"2000000000\"/></text:p>", 60_000)}</office:text>"));

    [PdfToolsFact]
    public Task A_page_of_a_PDF_that_inflates_to_150_MB()
    {
        using var stream = new MemoryStream();
        using (var deflated = new ZLibStream(stream, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var line = Bytes("BT /F1 12 Tf 72 720 Td (Immer wieder derselbe Satz) Tj ET\n");
            for (var written = 0L; written < 150 * Megabyte; written += line.Length) deflated.Write(line);
        }

        var data = Encoding.Latin1.GetString(stream.ToArray());
        var content = $"<< /Filter /FlateDecode /Length {data.Length} >>\nstream\n{data}\nendstream";
        var pdf = Encoding.Latin1.GetString(Pdf(objects: content)).Replace("/Contents 4 0 R", "/Contents 7 0 R", StringComparison.Ordinal);
        return IsRefusedCheaply(Encoding.Latin1.GetBytes(pdf));
    }

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();

    private static string Repeat(Func<int, string> text, int count)
    {
        var repeated = new StringBuilder();
        for (var i = 0; i < count; i++) repeated.Append(text(i));
        return repeated.ToString();
    }

    private async Task IsRefusedCheaply(byte[] content)
    {
        var reader = new DocumentTextReader(new DocumentExaminer(), new PdfToText());
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var done = new CancellationTokenSource();
        var before = Resident();
        var watching = Watch(done.Token);
        var watch = Stopwatch.StartNew();

        var exception = await Record.ExceptionAsync(() => reader.Read(content, CancellationToken.None));

        watch.Stop();
        await done.CancelAsync();
        var peak = await watching - before;
        output.WriteLine($"{content.Length / 1024} KB: {watch.ElapsedMilliseconds} ms, {peak / Megabyte} MB mehr im Speicher: {exception?.Message}");
        Assert.IsType<DocumentRefused>(exception);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.InRange(peak, long.MinValue, 300 * Megabyte);
    }

    // This process and those it started, as the system counts them.
    private static long Resident()
    {
        using var own = Process.GetCurrentProcess();
        return own.WorkingSet64 + Process.GetProcessesByName("pdftotext").Sum(process =>
        {
            using (process) return process.WorkingSet64;
        });
    }

    private static async Task<long> Watch(CancellationToken done)
    {
        var peak = Resident();
        while (!done.IsCancellationRequested)
        {
            peak = Math.Max(peak, Resident());
            await Task.Delay(5, CancellationToken.None);
        }

        return Math.Max(peak, Resident());
    }
}

/// <summary>Its tests measure the memory of the process, so no other test runs beside them.</summary>
[CollectionDefinition(nameof(AloneInTheProcess), DisableParallelization = true)]
public sealed class AloneInTheProcess;
