using BenchmarkDotNet.Attributes;

namespace Anfragen.Benchmarks;

/// <summary>For us, while working on the typesetter: one letter, and where its time goes by length.</summary>
[MemoryDiagnoser]
public class LetterBenchmarks
{
    private int number;

    [Benchmark]
    public byte[] OneLetter() => Letters.Render(number++);

    [Benchmark]
    public byte[] TenTimesAsLong() => Letters.Renderer.Render(Letters.Long(10)).Pdf;
}
