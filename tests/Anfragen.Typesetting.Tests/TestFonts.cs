namespace Anfragen.Typesetting.Tests;

/// <summary>The faces and patterns that the build copies beside the binaries, loaded once for all tests.</summary>
internal static class TestFonts
{
    public static Typeface Typeface { get; } = Family([.. Fallbacks]);

    public static Hyphenator Hyphenator { get; } = new(File.ReadLines(Asset("hyphen-de.txt")));

    public static Typesetter Typesetter { get; } = new(Typeface, Hyphenator);

    public static Typeface Family(params Func<byte[]>[] fallbacks) =>
        Typeface.Load(Face("Regular"), Face("Bold"), Face("Italic"), Face("BoldItalic"), fallbacks);

    public static string Asset(string name) => Path.Combine(AppContext.BaseDirectory, "fonts", name);

    private static IEnumerable<Func<byte[]>> Fallbacks =>
        from name in (string[])["NotoSansSymbols2", "NotoSansMath", "NotoSansSymbols", "NotoEmoji"]
        select (Func<byte[]>)(() => File.ReadAllBytes(Asset($"{name}-Regular.ttf")));

    private static byte[] Face(string style) => File.ReadAllBytes(Asset($"SourceSans3-{style}.ttf"));
}
