using System.Text;
using Anfragen.Application.Replies;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure.Demo;
using Anfragen.Infrastructure.Replies;
using Anfragen.Typesetting;

namespace Anfragen.Application.Tests.Replies;

public sealed class LetterDocumentTests
{
    private static readonly LetterOriginator Spd = new("SPD-Stadtratsfraktion", "der SPD-Stadtratsfraktion", "SPD");
    private static readonly LetterOriginator Fdp = new("FDP-Stadtratsfraktion", "der FDP-Stadtratsfraktion", "FDP");
    private static readonly LetterOriginator Linke = new("Stadtratsfraktion Die Linke", "der Stadtratsfraktion Die Linke", "Die Linke");
    private static readonly LetterSignature Signed = new("Mainz", new DateOnly(2025, 9, 26), "Nino Haase", "Oberbürgermeister");

    private static readonly LetterFrame Frame = new(
        "Stadt am Fluss", "Die Bürgermeisterin", ["Markt 1", "12345 Fluss"], "Stadt am Fluss · Markt 1", [new ContactLine("Telefon", "0123 4"), new ContactLine("E-Mail", "rat@fluss.example")], null);

    [Fact]
    public void The_head_is_the_citys_and_names_recipient_number_day_departments_and_contact()
    {
        var document = Compose(Letter("Radwege", [Spd, Fdp]) with { Departments = ["Hauptamt", "Bauamt"] });

        var head = document.Letterhead;
        Assert.Equal(("Stadt am Fluss", "Die Bürgermeisterin", "Stadt am Fluss · Markt 1"), (head.Sender, head.Office, head.ReturnAddress));
        Assert.Equal(("Stadt am Fluss", "Stadt am Fluss · Markt 1 · 12345 Fluss"), (document.Author, head.Footer));
        Assert.Equal(["SPD-Stadtratsfraktion", "FDP-Stadtratsfraktion"], head.Recipient);
        Assert.Equal(["Anfrage Nr.", "Datum", "Federführung", "Telefon", "E-Mail"], head.InfoBlock.Select(line => line.Label));
        Assert.Equal(["1/2025", "26. September 2025"], head.InfoBlock.Take(2).Select(line => TextOf(line.Value)));
        Assert.Equal([new TextRun("Hauptamt"), new LineBreakRun(), new TextRun("Bauamt")], head.InfoBlock[2].Value);
        Assert.Equal([new LinkRun("rat@fluss.example", "mailto:rat@fluss.example")], head.InfoBlock[4].Value);
    }

    [Fact]
    public void A_preview_bears_no_date() =>
        Assert.DoesNotContain(Compose(Letter("Radwege", [Spd]) with { Signature = null }).Letterhead.InfoBlock, line => line.Label == "Datum");

    [Fact]
    public void A_city_without_a_letterhead_writes_under_its_name()
    {
        var head = Compose(Letter("Radwege", [Spd]) with { Frame = LetterFrame.Of("Fluss") }).Letterhead;

        Assert.Equal(("Fluss", "", "", "Fluss"), (head.Sender, head.Office, head.ReturnAddress, head.Footer));
        Assert.Null(head.Emblem);
    }

    [Fact]
    public void The_first_line_bolds_the_subject_and_its_suffix_alone()
    {
        var title = Assert.IsType<Heading>(Compose(Letter("Radwege", [Spd])).Blocks[0]);

        Assert.True(title.BoldAsMarked);
        Assert.Equal(
            [new TextRun("Antwort zur Anfrage Nr. 1/2025 der SPD-Stadtratsfraktion betreffend "), new TextRun("Radwege (SPD)", Bold: true)],
            title.Runs);
    }

    [Fact]
    public void Several_originators_are_joined_in_the_genitive_and_in_the_suffix()
    {
        var document = Compose(Letter("Radwege", [Spd, Fdp, Linke]));

        Assert.Equal(
            "Antwort zur Anfrage Nr. 1/2025 der SPD-Stadtratsfraktion, der FDP-Stadtratsfraktion und der Stadtratsfraktion Die Linke betreffend Radwege (SPD, FDP, Die Linke)",
            TextOf(document.Blocks[0]));
        Assert.Equal("Radwege (SPD, FDP, Die Linke)", document.Subject);
    }

    [Fact]
    public void An_originator_without_a_short_name_leaves_no_empty_brackets() =>
        Assert.EndsWith("betreffend Radwege", TextOf(Compose(Letter("Radwege", [Spd with { Short = "" }])).Blocks[0]), StringComparison.Ordinal);

    [Theory]
    [InlineData("**a** & <b> {Nummer} [x]")]
    [InlineData("\"C#\": 100 % *sicher*_")]
    public void A_subject_is_never_read_as_markup(string subject) =>
        Assert.EndsWith($"betreffend {subject} (SPD)", TextOf(Compose(Letter(subject, [Spd])).Blocks[0]), StringComparison.Ordinal);

    [Fact]
    public void Attachments_are_listed_after_the_signature()
    {
        var document = Compose(Letter("Radwege", [Spd]) with { Attachments = ["Liste der Radwege", "Karte"] });

        Assert.IsType<SignatureBlock>(document.Blocks[^3]);
        Assert.Equal("Anlagen", TextOf(document.Blocks[^2]));
        Assert.Equal(["Liste der Radwege", "Karte"], Assert.IsType<ListBlock>(document.Blocks[^1]).Items.Select(item => TextOf(item.Blocks[0])));
    }

    [Fact]
    public void A_question_is_a_heading_with_its_label_and_its_words_untouched()
    {
        var entry = new LetterEntry([new LetterQuestion("a)", "Wie viele **Rad-\nwege** gibt es?\r\nUnd zwar:\n- in Mainz\n- anderswo")], "Drei.", null);

        var question = Assert.IsType<Heading>(Compose(Letter("Radwege", [Spd], entry)).Blocks[2]);

        Assert.Equal((2, "a)", false), (question.Level, question.Label, question.BoldAsMarked));
        Assert.Equal(
            [
                new TextRun("Wie viele **Rad- wege** gibt es?"), new LineBreakRun(), new TextRun("Und zwar:"), new LineBreakRun(),
                new TextRun("- in Mainz"), new LineBreakRun(), new TextRun("- anderswo"),
            ],
            question.Runs);
    }

    [Theory]
    [InlineData("2.,3.,4.", "Die Fragen 2 bis 4 werden gemeinsam beantwortet:")]
    [InlineData("2.,3.", "Die Fragen 2 und 3 werden gemeinsam beantwortet:")]
    [InlineData("1.,3.,5.", "Die Fragen 1, 3 und 5 werden gemeinsam beantwortet:")]
    [InlineData("a),b)", "Die Fragen a und b werden gemeinsam beantwortet:")]
    [InlineData("-,-", null)]
    [InlineData("a),a)", null)]
    [InlineData("1.,", null)]
    public void A_joint_answer_says_which_questions_it_covers(string labels, string? sentence)
    {
        var questions = labels.Split(',').Select(label => new LetterQuestion(label, "Warum?")).ToList();

        var texts = Compose(Letter("Radwege", [Spd], new LetterEntry(questions, "Darum.", null))).Blocks.Skip(2).Select(TextOf).ToList();

        Assert.Equal([.. questions.Select(_ => "Warum?"), .. sentence is null ? [] : new[] { sentence }, "Darum.", "Mainz, 26. September 2025"], texts);
    }

    [Fact]
    public void An_answer_of_a_third_party_is_marked()
    {
        var entry = new LetterEntry([new LetterQuestion(null, "Warum?")], "Darum.", "der Mainzer Stadtwerke");
        Assert.Equal("Antwort der Mainzer Stadtwerke:", TextOf(Compose(Letter("Busse", [Spd], entry)).Blocks[3]));
    }

    [Fact]
    public void A_rejected_question_stands_with_the_reason_and_without_an_answer()
    {
        var rejected = new LetterRejectedQuestion(new LetterQuestion("3.", "Wer war es?"), "Sie betrifft *keine* Angelegenheit der Stadt.");

        var texts = Compose(Letter("Radwege", [Spd], rejected)).Blocks.Skip(2).Select(TextOf);

        Assert.Equal(["Wer war es?", "Diese Frage wurde zurückgewiesen. Begründung: Sie betrifft *keine* Angelegenheit der Stadt.", "Mainz, 26. September 2025"], texts);
    }

    [Fact]
    public void Remarks_stand_where_they_were_put_with_headings_beside_the_questions()
    {
        var document = Compose(Letter("Radwege", [Spd], new LetterRemark("# Vorbemerkung\n\nVorab."), new LetterEntry([new LetterQuestion("1.", "Warum?")], "# Lage\n\nDarum.", null)));
        Assert.Equal([1, 2, 2, 3], document.Blocks.OfType<Heading>().Select(heading => heading.Level));
    }

    [Fact]
    public void A_letter_without_signature_says_everywhere_that_it_is_a_preview()
    {
        var document = Compose(Letter("Radwege", [Spd]) with { Signature = null });

        Assert.Equal("Entwurf – nicht unterzeichnet", TextOf(document.Blocks[0]));
        Assert.StartsWith("Entwurf – nicht unterzeichnet · ", document.Letterhead.RunningHeader, StringComparison.Ordinal);
        Assert.StartsWith("Entwurf – nicht unterzeichnet · ", document.Title, StringComparison.Ordinal);
        Assert.DoesNotContain(document.Blocks, block => block is SignatureBlock);
    }

    [Fact]
    public void A_signed_letter_closes_with_place_date_gez_name_and_office()
    {
        var document = Compose(Letter("Radwege", [Spd]));

        Assert.Equal(new SignatureBlock("Mainz, 26. September 2025", "gez", "Nino Haase", "Oberbürgermeister"), document.Blocks[^1]);
        Assert.DoesNotContain("Entwurf", document.Title + document.Letterhead.RunningHeader, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_that_no_letter_can_hold_stays_as_text_and_is_reported()
    {
        var letter = Letter("Radwege", [Spd], new LetterEntry([new LetterQuestion("1.", "Wo?")], "Hier: ![Plan](plan.png)", null));

        var (document, warnings) = LetterDocument.From(letter, MainzTemplate.Read());

        Assert.Equal("Hier: ![Plan](plan.png)", TextOf(document.Blocks[3]));
        Assert.StartsWith("Antwort zu 1., Zeile 1: Bilder", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void The_demo_reply_has_the_seeds_five_questions()
    {
        var reply = DemoReply.Instance;

        Assert.Equal(("1435/2025", "Schwaches Abschneiden beim Smart City Index 2025", Spd), (reply.Number, reply.Subject, reply.Originator));
        Assert.Equal(["1.", "2.", "3.", "4.", "5."], reply.Questions.Select(question => question.Label));
        Assert.All(reply.Questions, question => Assert.EndsWith("?", question.Text, StringComparison.Ordinal));
        Assert.Contains("für den Bereit der Digitalisierung", reply.Questions[3].Text, StringComparison.Ordinal);
        Assert.Contains("erarbeitet. Ihre Effekte werden", reply.Questions[1].Answer, StringComparison.Ordinal);
        Assert.EndsWith("mit der Stadtgesellschaft entsteht.", reply.Questions[4].Answer, StringComparison.Ordinal);
        Assert.Equal(Signed, reply.Signature);
        Assert.All(reply.Questions, question => Assert.Empty(new AnswerMarkdown().Problems(question.Answer)));
    }

    private static ReplyLetter Letter(string subject, IReadOnlyList<LetterOriginator> originators, params LetterItem[] items) =>
        new("1/2025", subject, originators, items, Signed, DateTimeOffset.UnixEpoch, Frame);

    private static Document Compose(ReplyLetter letter) => LetterDocument.From(letter, MainzTemplate.Read()).Document;

    private static string TextOf(Block block) => block switch
    {
        Heading heading => TextOf(heading.Runs),
        Paragraph paragraph => TextOf(paragraph.Runs),
        SignatureBlock signature => signature.PlaceAndDate,
        _ => block.GetType().Name,
    };

    private static string TextOf(IReadOnlyList<Run> runs) => runs.Aggregate(new StringBuilder(), (text, run) => text.Append(((TextRun)run).Text)).ToString();
}
