using System.Text;
using Anfragen.Application.Replies;
using Anfragen.Domain.Replies;
using Anfragen.Infrastructure.Demo;
using Anfragen.Infrastructure.Replies;

namespace Anfragen.Application.Tests.Replies;

public sealed class TemplateFontsTests : IDisposable
{
    private const string Section = "\nSchrift:\n  Normal: haus.ttf\n  Fett: haus.ttf\n  Kursiv: haus.ttf\n  FettKursiv: haus.ttf\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("anfragen-fonts");

    public TemplateFontsTests()
    {
        Directory.CreateDirectory(City);
        File.WriteAllText(Path.Combine(City, "reply.yaml"), MainzTemplate.Text + Section);
    }

    private static string Fonts => Path.Combine(AppContext.BaseDirectory, "fonts");

    private string City => Path.Combine(folder.FullName, "hausen");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_city_sets_its_letters_in_its_own_face()
    {
        File.Copy(Path.Combine(Fonts, "SourceSans3-BoldItalic.ttf"), Path.Combine(City, "haus.ttf"));

        var own = Render(new TemplateFolder(folder.FullName, "hausen"));

        Assert.Contains("SourceSans3-BoldItalic", own, StringComparison.Ordinal);
        Assert.DoesNotContain("SourceSans3-Regular", own, StringComparison.Ordinal);
        Assert.Contains("SourceSans3-Regular", Render(new TemplateFolder(MainzTemplate.Folder, "mainz")), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_face_is_another_look_and_so_another_digest()
    {
        File.Copy(Path.Combine(Fonts, "SourceSans3-BoldItalic.ttf"), Path.Combine(City, "haus.ttf"));
        var before = new TemplateFolder(folder.FullName, "hausen").Reply(ReplyKind.Full);
        File.Copy(Path.Combine(Fonts, "SourceSans3-Bold.ttf"), Path.Combine(City, "haus.ttf"), overwrite: true);
        var after = new TemplateFolder(folder.FullName, "hausen").Reply(ReplyKind.Full);

        Assert.Equal(before.Sha256, after.Sha256);
        Assert.NotEqual(before.LooksSha256, after.LooksSha256);
    }

    [Fact]
    public void A_missing_file_is_named_with_its_line()
    {
        var mistake = Assert.Throws<TemplateMistake>(() => new TemplateFolder(folder.FullName, "hausen").Reply(ReplyKind.Full));

        var line = MainzTemplate.Text.Count(character => character == '\n') + 3;
        Assert.StartsWith(Path.Combine(folder.Name, "hausen", "reply.yaml") + $", Zeile {line}: Die Schriftdatei „haus.ttf“ gibt es nicht neben der Vorlage", mistake.Sentences[0], StringComparison.Ordinal);
        Assert.Equal(4, mistake.Sentences.Count);
    }

    [Theory]
    [InlineData("kein Font")]
    [InlineData("")]
    public void A_file_that_is_no_TrueType_font_is_named(string content)
    {
        File.WriteAllText(Path.Combine(City, "haus.ttf"), content);
        var mistake = Assert.Throws<TemplateMistake>(() => new TemplateFolder(folder.FullName, "hausen").Reply(ReplyKind.Full));
        Assert.Contains("„haus.ttf“ kann nicht verwendet werden.", mistake.Sentences[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_font_is_named_and_breaks_nothing()
    {
        var font = File.ReadAllBytes(Path.Combine(Fonts, "SourceSans3-Regular.ttf"));
        for (var length = 16; length < font.Length; length += font.Length / 40)
        {
            File.WriteAllBytes(Path.Combine(City, "haus.ttf"), font[..length]);
            Assert.Throws<TemplateMistake>(() => new TemplateFolder(folder.FullName, "hausen").Reply(ReplyKind.Full));
        }
    }

    private static string Render(TemplateFolder templates) => Encoding.Latin1.GetString(
        new PdfReplyRenderer(templates, Fonts).Render(DemoLetters.Reply(ReplyKind.Full, LetterFrame.Of("Hausen"))).Pdf);
}
