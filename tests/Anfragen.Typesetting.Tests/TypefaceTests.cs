namespace Anfragen.Typesetting.Tests;

public sealed class TypefaceTests
{
    [Fact]
    public void A_file_that_is_no_TrueType_font_is_refused()
    {
        byte[] postScript = [.. "OTTO"u8, .. new byte[64]];
        Assert.Throws<InvalidDataException>(() => Typeface.Load(postScript, postScript, postScript, postScript));
        Assert.Throws<InvalidDataException>(() => Typeface.Load([], [], [], []));
    }

    [Fact]
    public void Pairs_are_kerned()
    {
        double together = TestFonts.Typeface.Width("AV", Fonts.FontStyle.Regular, 1000);
        double apart = TestFonts.Typeface.Width("A", Fonts.FontStyle.Regular, 1000) + TestFonts.Typeface.Width("V", Fonts.FontStyle.Regular, 1000);
        Assert.InRange(together, apart - 200, apart - 1);
    }
}
