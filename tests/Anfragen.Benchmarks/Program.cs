using Anfragen.Benchmarks;
using BenchmarkDotNet.Running;

switch (args)
{
    case ["letters", var count, var threads]:
        await LetterRuns.Many(int.Parse(count), int.Parse(threads));
        break;
    case ["sealed", var count]:
        await LetterRuns.Sealed(int.Parse(count));
        break;
    case ["long"]:
        LetterRuns.Long();
        break;
    case ["one", var file]:
        await File.WriteAllBytesAsync(file, Letters.Render(1));
        break;
    case ["input", var folder, var count]:
        PeerInput.Write(folder, int.Parse(count));
        break;
    case ["search", var inquiries]:
        await SearchRuns.Measure(int.Parse(inquiries));
        break;
    case ["lists", var folder, var web, .. var sizes]:
        await ListRuns.Measure(folder, web, sizes.Select(int.Parse));
        break;
    case ["by-hand", var database]:
        await ListsByHand.Serve(database);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(LetterBenchmarks).Assembly).Run(args);
        break;
}
