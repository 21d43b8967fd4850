namespace Anfragen.Typesetting.Tests;

/// <summary>The faces and patterns that the build copies beside the binaries, loaded once for all tests.</summary>
internal static class TestFonts
{
    public static Typeface Typeface { get; } = Typeface.Load(Face("Regular"), Face("Bold"), Face("Italic"), Face("BoldItalic"));

    public static Hyphenator Hyphenator { get; } = new(File.ReadLines(Asset("hyphen-de.txt")));

    public static Typesetter Typesetter { get; } = new(Typeface, Hyphenator);

    public static string Asset(string name) => Path.Combine(AppContext.BaseDirectory, "fonts", name);

    private static byte[] Face(string style) => File.ReadAllBytes(Asset($"SourceSans3-{style}.ttf"));
}
