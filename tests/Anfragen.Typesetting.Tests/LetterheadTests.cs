using Xunit.Abstractions;

namespace Anfragen.Typesetting.Tests;

public sealed class LetterheadTests(ITestOutputHelper output)
{
    private const double Millimetre = 72 / 25.4;

    private static readonly Document Plain = Sample.Document(Sample.Heading(1, null, "Antwort"), Sample.Sentences(3));

    private static readonly Document Full = Plain with
    {
        Letterhead = Plain.Letterhead with
        {
            Emblem = new Emblem(Drawing.FromSvg(TestPictures.Arms), 56, "Wappen der Stadt"),
            ReturnAddress = "Landeshauptstadt Mainz · Postfach 3820 · 55028 Mainz",
            Recipient = ["Fraktion Die Beispiele", "im Stadtrat der Landeshauptstadt Mainz", "Rathausplatz 1", "55116 Mainz"],
            InfoBlock =
            [
                new InfoLine("Nummer", [new TextRun("1435/2025")]),
                new InfoLine("Datum", [new TextRun("26. September 2025")]),
                new InfoLine("Federführung", [new TextRun("Dezernat I · Hauptamt, Abteilung Digitalisierung und Organisationsentwicklung")]),
                new InfoLine("E-Mail", [new LinkRun("hauptamt@example.org", "mailto:hauptamt@example.org")]),
            ],
        },
    };

    [Fact]
    public void Recipient_and_info_block_stand_where_DIN_5008_has_them()
    {
        ParsedPdf pdf = Parsed(Full);
        Piece recipient = pdf.Tagged.First(piece => piece.Text.StartsWith("Fraktion")), number = pdf.Tagged.First(piece => piece.Text.StartsWith("Nummer"));
        Assert.InRange(FromTop(recipient), 62.7, 68);
        Assert.InRange(FromTop(number), 50, 55);
        Assert.Equal(25, recipient.X / Millimetre, 0.1);
        Assert.Equal(125, number.X / Millimetre, 0.1);
        Assert.True(FromTop(pdf.Tagged.First(piece => piece.Text.StartsWith("Antwort"))) > 90);
        Geometry.AssertInsideMargins(pdf);
    }

    [Fact]
    public void The_head_is_read_from_the_sender_to_the_info_block()
    {
        ParsedPdf pdf = Parsed(Full);
        Wellformed.AssertAll(pdf);
        Assert.Equal(["Figure", "P", "P", "P", "P", "P", "P", "P", "L", "H1", "P"], pdf.Root.Elements.Select(element => element.Tag));
        Element list = pdf.Root.Elements[8];
        Assert.Equal(["Nummer", "Datum", "Federführung", "E-Mail"], list.Elements.Select(item => item.Elements[0].Text));
        Assert.Equal("1435/2025", list.Elements[0].Elements[1].Text);
        Assert.Equal("hauptamt@example.org", list.Elements[3].Elements[1].Text);
    }

    [Fact]
    public void An_emblem_without_alternative_text_is_an_artifact()
    {
        Document document = Plain with { Letterhead = Plain.Letterhead with { Emblem = new Emblem(Drawing.FromSvg(TestPictures.Arms), 56) } };
        ParsedPdf pdf = Parsed(document);
        Wellformed.AssertAll(pdf);
        Assert.DoesNotContain(pdf.Root.Elements, element => element.Tag == "Figure");
    }

    [Fact]
    public void A_letter_without_recipient_and_info_block_begins_where_it_did()
    {
        Assert.Equal(TestFonts.Typesetter.Typeset(Plain).Pdf, TestFonts.Typesetter.Typeset(Plain with { Letterhead = Plain.Letterhead with { ReturnAddress = "allein", Recipient = [""] } }).Pdf);
    }

    [Fact]
    public void A_very_wide_emblem_and_a_long_sender_stay_inside_the_margins()
    {
        byte[] wide = TestPictures.Png(0, 8, 400, [new byte[401]]);
        Document document = Full with
        {
            Letterhead = Full.Letterhead with { Sender = string.Join(" ", Enumerable.Repeat("Landeshauptstadt", 12)), Emblem = new Emblem(Picture.FromPng(wide), 500, "Strich") },
        };
        ParsedPdf pdf = Parsed(document);
        Wellformed.AssertAll(pdf);
        Geometry.AssertInsideMargins(pdf);
        Assert.True(pdf.Tagged.First(piece => piece.Text.StartsWith("Fraktion")).Y < pdf.Tagged.First(piece => piece.Text.StartsWith("Landeshauptstadt")).Y);
    }

    [Fact]
    public async Task A_picture_is_written_once_with_its_opacity()
    {
        Picture picture = Picture.FromPng(TestPictures.Png(6, 8, 2, [[0, 200, 0, 0, 255, 0, 0, 200, 90]]));
        byte[] bytes = TestFonts.Typesetter.Typeset(Full with
        {
            Letterhead = Full.Letterhead with { Emblem = new Emblem(picture, 30, "Wappen") },
            Blocks = [.. Full.Blocks, new Figure(picture, 40, "Noch einmal", [])],
        }).Pdf;
        var pdf = new ParsedPdf(bytes);
        Wellformed.AssertAll(pdf);
        string[] images = [.. pdf.ObjectNumbers.Select(pdf.Object).Where(text => text.Contains("/Subtype/Image"))];
        Assert.Equal(2, images.Length);
        Assert.Single(images, image => image.Contains("/SMask ") && image.Contains("/ColorSpace/DeviceRGB"));
        await ExternalTool.RunAsync(output, "qpdf", bytes, "--check", "FILE");
        await ExternalTool.RunAsync(output, "pdftoppm", bytes, "-png", "-r", "40", "-singlefile", "FILE", Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()));
    }

    private static ParsedPdf Parsed(Document document) => new(TestFonts.Typesetter.Typeset(document).Pdf);

    private static double FromTop(Piece piece) => (841.89 - piece.Y) / Millimetre;
}
