using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Anfragen.Typesetting.Signing;

namespace Anfragen.Benchmarks;

/// <summary>Runs that print what the process used, in the same terms as the tools they are held against: CPU time, all threads.</summary>
internal static class LetterRuns
{
    private const int WarmUp = 500;

    /// <summary>Renders on so many threads; memory is shown along the way, because it must not grow.</summary>
    public static async Task Many(int count, int threads)
    {
        var pages = Letters.Renderer.Render(Letters.Letter(0)).Pages;
        for (var i = 0; i < WarmUp; i++) Letters.Render(i);
        using var process = Process.GetCurrentProcess();
        var (cpu, allocated, clock) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes(precise: true), Stopwatch.StartNew());
        long bytes = 0;
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, threads).Select(_ => Task.Run(() =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) <= count;)
            {
                Interlocked.Add(ref bytes, Letters.Render(i).Length);
                if (i % Math.Max(1, count / 10) == 0) Print($"  {i,6} letters  working set {Process.GetCurrentProcess().WorkingSet64 / 1e6:F0} MB");
            }
        })));
        process.Refresh();
        var (used, made) = ((process.TotalProcessorTime - cpu).TotalMilliseconds / count, (GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1e6 / count);
        Print($"{count} letters of {pages} pages on {threads} thread(s): {used:F2} ms CPU, {made:F2} MB allocated, {bytes / 1000 / count} kB each; {clock.Elapsed.TotalSeconds:F1} s");
    }

    /// <summary>With a seal on top, RSA-3072 and P-256.</summary>
    public static async Task Sealed(int count)
    {
        using var rsa = RSA.Create(3072);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await Sealed("RSA-3072", Certificate(new CertificateRequest("CN=Benchmark", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)), count);
        await Sealed("P-256", Certificate(new CertificateRequest("CN=Benchmark", curve, HashAlgorithmName.SHA256)), count);
    }

    /// <summary>Length against time: it must grow in proportion.</summary>
    public static void Long()
    {
        for (var i = 0; i < WarmUp; i++) Letters.Render(i);
        foreach (var times in (int[])[1, 5, 10, 25, 50, 125, 250])
        {
            var letter = Letters.Long(times);
            var clock = Stopwatch.StartNew();
            var pages = Letters.Renderer.Render(letter).Pages;
            Print($"{pages,5} pages  {clock.Elapsed.TotalMilliseconds,8:F1} ms  {clock.Elapsed.TotalMilliseconds / pages:F3} ms per page");
        }
    }

    private static async Task Sealed(string name, X509Certificate2 certificate, int count)
    {
        var sealer = new PdfSealer(certificate);
        await Seal(WarmUp);
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        await Seal(count);
        process.Refresh();
        Print($"rendered and sealed with {name}: {(process.TotalProcessorTime - cpu).TotalMilliseconds / count:F2} ms CPU each");

        async Task Seal(int times)
        {
            for (var i = 0; i < times; i++)
            {
                var letter = Letters.Letter(i) with { IsToBeSealed = true };
                await sealer.SealAsync(Letters.Renderer.Render(letter).Pdf, new SealDetails(letter.CreatedAt, "Benchmark", "Antwort", null));
            }
        }
    }

    private static X509Certificate2 Certificate(CertificateRequest request) =>
        request.CreateSelfSigned(Letters.Letter(1).CreatedAt.AddYears(-1), Letters.Letter(1).CreatedAt.AddYears(1));

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
