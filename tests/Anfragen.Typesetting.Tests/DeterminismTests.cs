using System.Security.Cryptography;

namespace Anfragen.Typesetting.Tests;

public sealed class DeterminismTests
{
    [Fact]
    public void The_same_document_gives_the_same_bytes_on_every_thread()
    {
        Document document = Sample.Document(
            Sample.Heading(1, null, "Antwort"),
            Sample.Sentences(20),
            new ListBlock(1, [Sample.Item(Sample.Sentences(2)), Sample.Item(Sample.Paragraph("😀"))]),
            Sample.Table(30),
            Sample.Signature);
        string expected = Digest(TestFonts.Typesetter, document);
        Parallel.For(0, 64, _ => Assert.Equal(expected, Digest(TestFonts.Typesetter, document)));
        Assert.Equal(expected, Digest(new Typesetter(TestFonts.Typeface, TestFonts.Hyphenator), document));
    }

    [Fact]
    public void The_instant_passed_in_is_the_only_one_in_the_file()
    {
        Document document = Sample.Document(Sample.Sentences(1));
        Assert.NotEqual(Digest(TestFonts.Typesetter, document), Digest(TestFonts.Typesetter, document with { CreatedAt = document.CreatedAt.AddSeconds(1) }));
    }

    private static string Digest(Typesetter typesetter, Document document) => Convert.ToHexString(SHA256.HashData(typesetter.Typeset(document).Pdf));
}
