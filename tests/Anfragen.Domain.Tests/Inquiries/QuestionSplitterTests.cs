using System.Text;
using Anfragen.Domain.Inquiries;

namespace Anfragen.Domain.Tests.Inquiries;

public class QuestionSplitterTests
{
    [Theory]
    [InlineData("1. Wie viele?\n2. Warum?\n3. Seit wann?", "1. 2. 3.")]
    [InlineData("1) Wie viele?\n2) Warum?", "1) 2)")]
    [InlineData("(1) Wie viele?\n(2) Warum?", "(1) (2)")]
    [InlineData("1.) Wie viele?\n2.) Warum?", "1.) 2.)")]
    [InlineData("1: Wie viele?\n2: Warum?", "1: 2:")]
    [InlineData("1.Wie viele?\n2.Warum?", "1. 2.")]
    [InlineData("a) Wie viele?\nb) Warum?", "a) b)")]
    [InlineData("a. Wie viele?\nb. Warum?", "a. b.")]
    [InlineData("A. Wie viele?\nB. Warum?\nC. Seit wann?\nD. Bis wann?", "A. B. C. D.")]
    [InlineData("I. Wie viele?\nII. Warum?\nIII. Seit wann?\nIV. Bis wann?\nV. Wo?", "I. II. III. IV. V.")]
    [InlineData("h) Wie viele?\ni) Warum?\nj) Seit wann?", "h) i) j)")]
    [InlineData("aa) Wie viele?\nbb) Warum?", "aa) bb)")]
    [InlineData("- Wie viele?\n- Warum?", "- -")]
    [InlineData("• Wie viele?\n• Warum?", "• •")]
    [InlineData("\uF0B7 Wie viele?\n\uF0B7 Warum?", "\uF0B7 \uF0B7")]
    [InlineData("* Wie viele?\n* Warum?", "* *")]
    [InlineData("Frage 1: Wie viele?\nFrage 2: Warum?", "Frage 1: Frage 2:")]
    [InlineData("Frage 1\nWie viele?\nFrage 2\nWarum?", "Frage 1 Frage 2")]
    [InlineData("Zu Frage 1) Wie viele?\nZu Frage 2) Warum?", "Zu Frage 1) Zu Frage 2)")]
    [InlineData("Frage 1 – Wie viele?\nFrage 2 – Warum?", "Frage 1 – Frage 2 –")]
    [InlineData("1a Wie viele?\n1b Warum?\n2a Seit wann?", "1a 1b 2a")]
    [InlineData("1a) Wie viele?\n1b) Warum?", "1a) 1b)")]
    [InlineData("4. Wie viele?\n5. Warum?", "4. 5.")]
    [InlineData("Fragen:\n4. Wie viele?", "4.")]
    [InlineData("1. Wie viele Stellen sind unbesetzt?", "1.")]
    [InlineData("1. Wie viele?\n2) Warum?\n3. Seit wann?", "1. 2) 3.")]
    [InlineData("1. Wie viele?\n2. Warum?\n2. Seit wann?\n4. Bis wann?", "1. 2. 2. 4.")]
    [InlineData("1. Wie viele?\n1. Warum?\n1. Seit wann?", "1. 1. 1.")]
    [InlineData("1. Wie viele? 2. Warum? 3. Seit wann?", "1. 2. 3.")]
    [InlineData("1. ob die Brücke zu ist,\n2. wann sie geöffnet wird und\n3. was das kostet.", "1. 2. 3.")]
    [InlineData("1. Anzahl der Stellen\n2. Anzahl der Krankheitstage\n3. Anzahl der Überstunden", "1. 2. 3.")]
    public void Keeps_labels_as_they_are_written(string text, string tree) => AssertTree(tree, text);

    [Theory]
    [InlineData("1. Wie viele?\na) Kinder\nb) Frauen\n2. Warum?", "1.[a) b)] 2.")]
    [InlineData("1. Wie viele waren es bei\n\na) der Feuerwehr?\nb) dem Bauamt?\n\n2. Warum?", "1.°[a) b)] 2.")]
    [InlineData("1. Verkehr\n1.1 Wie viele?\n1.2 Warum?\n2. Schule\n2.1 Seit wann?", "1.°[1.1 1.2] 2.°[2.1]")]
    [InlineData("1.1. Wie viele?\n1.2. Warum?\n2.1. Seit wann?", "1.1. 1.2. 2.1.")]
    [InlineData("1. Verkehr\n1.a) Wie viele?\n1.b) Warum?", "1.°[1.a) 1.b)]")]
    [InlineData("1. Verkehr\n1a Wie viele?\n1b Warum?\n2. Wo?", "1.°[1a 1b] 2.")]
    [InlineData("I.1 Wie viele?\nI.2 Warum?\nII.1 Seit wann?", "I.1 I.2 II.1")]
    [InlineData("I. Verkehr\nI.1 Wie viele?\nI.2 Warum?\nII. Schule\nII.1 Seit wann?", "I.°[I.1 I.2] II.°[II.1]")]
    [InlineData("I. Verkehr\n1. Wie viele?\n2. Warum?\nII. Schule\n1. Seit wann?\n2. Bis wann?", "I.°[1. 2.] II.°[1. 2.]")]
    [InlineData("I. Verkehr\n1. Wie viele?\n2. Warum?\nII. Schule\n1. Seit wann?", "I.°[1. 2.] II.°[1.]")]
    [InlineData("1. Wie viele sind a) innen? b) außen?\n2. Warum?", "1. 2.")]
    [InlineData("1.\na) Wie viele? b) Warum?\n2. Wo?", "1.°[a) b)] 2.")]
    [InlineData("A. Verkehr\n\n1. Wie viele?\n\n2. Warum?\n\nB. Schule\n\n1. Seit wann?", "A.°[1. 2.] B.°[1.]")]
    [InlineData("7. a) Wie viele?\nb) Warum?\n8. Seit wann?", "7.°[a) b)] 8.")]
    [InlineData("1. Welche Mittel flossen an\n- Vereine?\n- Schulen?\n2. Warum?", "1.°[- -] 2.")]
    [InlineData("- Wie viele\n    - Kinder?\n    - Frauen?\n- Warum?", "-°[- -] -")]
    [InlineData("- Wie viele?\n\to Kinder?\n\to Frauen?\n- Warum?", "-[o o] -")]
    [InlineData("a) Wie viele?\naa) Kinder\nbb) Frauen\nb) Warum?", "a)[aa) bb)] b)")]
    [InlineData("1. Wie viele?\n(a) Kinder\n    (i) unter drei\n    (ii) über drei\n(b) Frauen\n2. Warum?", "1.[(a)°[(i) (ii)] (b)] 2.")]
    public void Builds_the_tree(string text, string tree) => AssertTree(tree, text);

    [Theory]
    [InlineData("1. Was galt? 2. Mai und 3. Juni sind vorbei.\n2. Warum?", "1. 2.")]
    [InlineData("1. Wie viele Kinder kommen seit dem\n1. September 2025 in die Kita?\n2. Warum?", "1. 2.")]
    [InlineData("1. Wie viele kommen?\n\n1. September 2025 ist der Stichtag.\n2. Warum?", "1. 2.")]
    [InlineData("1. Warum kostete das Fest\n2.500 Euro?\n2. Wer zahlte die\n3.000 Euro?", "1. 2.")]
    [InlineData("1. Wie hoch ist der Anteil, der über\n1.1 Millionen Euro liegt?\n2. Warum?", "1. 2.")]
    [InlineData("1. Welche Ämter,\nz. B. das Bauamt, sind betroffen?\n2. Warum?", "1. 2.")]
    [InlineData("1. Welche Räume gibt es im\n2. Obergeschoss des Rathauses?\n2. Warum?", "1. 2.")]
    [InlineData("1. Was folgt aus der Antwort auf Frage\n2. des Vorjahres?\n2. Warum?", "1. 2.")]
    [InlineData("1. Wie verhält sich das zum Urteil (vom\n1.2.2024, Seite\n3) und dem Gesetz?\n2. Warum?", "1. 2.")]
    [InlineData("1. Gilt das (nach Satz 1 und\n2) auch hier?\n2. Warum?", "1. 2.")]
    [InlineData("1. Trifft es zu, dass die Stadt\n– anders als zugesagt – nicht zahlt?\n2. Warum?", "1. 2.")]
    [InlineData("1. Seit wann gilt das?\n8.8.2017 war zu früh.\n2. Warum?", "1. 2.")]
    [InlineData("1. Wer wohnt in Frankfurt\na. M. und warum?\n2. Wo?", "1. 2.")]
    [InlineData("1. Wie alt sind\nA. Müller und B. Meier?\n2. Wo?", "1. 2.")]
    [InlineData("1. Wie viele?\n\n– 2 –\n\n2. Warum?\n\nSeite 3\n\n3. Wo?", "1. 2. 3.")]
    public void Does_not_take_dates_sums_and_abbreviations_for_labels(string text, string tree) => AssertTree(tree, text);

    [Fact]
    public void Lines_and_paragraphs_that_go_on_belong_to_their_question()
    {
        var split = Split("1. Wie viele Bäume\nwurden gefällt?\n\nWenn mehr als zehn: warum?\n\n2. Wie viele\n\nwurden gepflanzt?\n\nBitte nach Stadtteilen.\n");

        Assert.Equal("1. 2.", SplitNotation.Tree(split));
        Assert.Equal("Wie viele Bäume\nwurden gefällt?\n\nWenn mehr als zehn: warum?", split.Questions[0].Text);
        Assert.Equal("Wie viele\n\nwurden gepflanzt?\n\nBitte nach Stadtteilen.", split.Questions[1].Text);
        Assert.Null(split.Rationale);
    }

    [Theory]
    [InlineData("Wir fragen daher:")]
    [InlineData("Dies vorausgeschickt fragen wir die Verwaltung:")]
    [InlineData("Vor diesem Hintergrund bitten wir\num die Beantwortung folgender Fragen:")]
    [InlineData("Fragen")]
    [InlineData("Die Verwaltung wird um Auskunft gebeten:")]
    [InlineData("**Wir fragen die Verwaltung:**")]
    public void A_numbered_list_before_the_announcement_is_preamble(string announcement)
    {
        var split = Split($"Der Rat hat beschlossen:\n1. Die Brücke wird saniert.\n2. Der Tunnel bleibt zu.\n\n{announcement}\n\n1. Wann beginnt die Sanierung?\n2. Was kostet sie?");

        Assert.Equal("1. 2.", SplitNotation.Tree(split));
        Assert.Equal("Wann beginnt die Sanierung?", split.Questions[0].Text);
        Assert.EndsWith(announcement, split.Preamble, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_without_questions_before_one_with_questions_is_preamble_without_announcement_too()
    {
        var split = Split("- Die Brücke ist gesperrt.\n- Der Tunnel auch.\n\n1. Wann beginnt die Sanierung?\n2. Was kostet sie?");

        Assert.Equal("1. 2.", SplitNotation.Tree(split));
        Assert.Equal("- Die Brücke ist gesperrt.\n- Der Tunnel auch.", split.Preamble);
    }

    [Fact]
    public void A_list_that_goes_on_behind_an_announcement_stays()
    {
        AssertTree("1.[a) b)] 2.", "1. Wie viele? Hierzu bitten wir um Auskunft über:\na) Kinder\nb) Frauen\n2. Warum?");
        AssertTree("1. 2.[a) b)]", "1. Wie viele?\n2. Warum? Hierzu bitten wir um Auskunft über:\na) Kinder\nb) Frauen");
    }

    [Fact]
    public void Questions_quoted_with_their_answer_are_preamble()
    {
        var split = Split("Wir hatten gefragt:\n1. Wie viele?\n2. Warum?\n\nAntwort der Verwaltung:\nDas ist nicht bekannt.\n\nDaher fragen wir nochmals:\n1. Wie viele sind es?\n2. Warum?");

        Assert.Equal("1. 2.", SplitNotation.Tree(split));
        Assert.Equal("Wie viele sind es?", split.Questions[0].Text);
    }

    [Fact]
    public void A_background_section_with_a_label_is_preamble()
    {
        var split = Split("I. Sachverhalt\n1. Die Brücke ist gesperrt.\n2. Der Tunnel auch.\nII. Fragen\n1. Warum?\n2. Bis wann?\nIII. Begründung\nDie Bürger fragen danach.");

        Assert.Equal("II.°[1. 2.]", SplitNotation.Tree(split));
        Assert.StartsWith("I. Sachverhalt", split.Preamble, StringComparison.Ordinal);
        Assert.StartsWith("III. Begründung", split.Rationale, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Begründung:\nDie Bürger fragen danach.")]
    [InlineData("Begründung: Die Bürger fragen danach.")]
    [InlineData("Sachverhalt / Begründung\n\n1. Die Brücke ist gesperrt.\n2. Der Tunnel auch.\n3. Der Weg auch.")]
    [InlineData("**Hintergrund**\nDie Bürger fragen danach.")]
    [InlineData("Mit freundlichen Grüßen\nErika Muster")]
    [InlineData("gez. Erika Muster")]
    [InlineData("Unterzeichnet von:\nDr. Erika Muster")]
    [InlineData("Mainz, den 12.09.2025\nErika Muster")]
    [InlineData("Mainz, 26. September 2025")]
    public void What_a_title_or_closing_introduces_is_rationale(string rationale)
    {
        var split = Split("1. Wie viele?\n2. Warum?\n" + rationale);

        Assert.Equal("1. 2.", SplitNotation.Tree(split));
        Assert.Equal(rationale, split.Rationale);
    }

    [Theory]
    [InlineData("Die Bürger sorgen sich. Was soll werden?")]
    [InlineData("Der Bedarf ergibt sich aus:\n- dem Zuzug\n- dem Bau")]
    [InlineData("Der Rat hat beschlossen:\n1. Die Brücke wird saniert.\n2. Der Tunnel bleibt zu.")]
    [InlineData("– 2 –\n\nBegründung\nDie Bürger fragen danach.")]
    public void A_new_paragraph_after_the_last_question_is_rationale_without_a_title(string rationale)
    {
        var split = Split("1. Wie viele?\n2. Warum?\n\n" + rationale);

        Assert.Equal("1. 2.", SplitNotation.Tree(split));
        Assert.Equal(rationale, split.Rationale);
    }

    [Fact]
    public void A_background_below_each_question_stays_with_it()
    {
        var split = Split("1. Wie viele?\nHintergrund: Es sind viele.\n2. Warum?\nHintergrund: Das ist unklar.");

        Assert.Equal("1. 2.", SplitNotation.Tree(split));
        Assert.Equal("Wie viele?\nHintergrund: Es sind viele.", split.Questions[0].Text);
        Assert.Equal("Hintergrund: Das ist unklar.", split.Rationale);
    }

    [Fact]
    public void A_rationale_before_the_questions_is_preamble()
    {
        var split = Split("Begründung:\nDie Brücke ist gesperrt.\n\nWir fragen:\n1. Warum?\n2. Bis wann?");

        Assert.Equal("1. 2.", SplitNotation.Tree(split));
        Assert.Equal("Begründung:\nDie Brücke ist gesperrt.\n\nWir fragen:", split.Preamble);
        Assert.Null(split.Rationale);
    }

    [Theory]
    [InlineData("Verkehr\n\n1. Wie viele?\n2. Warum?\n\nSchulen\n\n1. Seit wann?\n2. Bis wann?", "_°[1. 2.] _°[1. 2.]")]
    [InlineData("Zum Verkehr:\n\n1. Wie viele?\n2. Warum?\n\nZu den Schulen:\n\n3. Seit wann?", "_°[1. 2.] _°[3.]")]
    [InlineData("1. Wie viele?\n\nStadtratsfraktion\n\n2. Warum?", "1. 2.")]
    public void Headings_without_a_label_carry_the_questions_below_them(string text, string tree) => AssertTree(tree, text);

    [Fact]
    public void Prose_is_one_question_with_its_context_as_preamble()
    {
        var split = Split("Drohnen am Aussichtspunkt\n\nIn letzter Zeit starten dort Drohnen.\n\nWir stellen die Frage, ob das erlaubt ist. Gibt es\nEinschränkungen?\n\nGezeichnet:\nErika Muster");

        var question = Assert.Single(split.Questions);
        Assert.Equal(new SplitQuestion(null, "Wir stellen die Frage, ob das erlaubt ist. Gibt es\nEinschränkungen?", question.Children, true), question);
        Assert.Equal("Drohnen am Aussichtspunkt\n\nIn letzter Zeit starten dort Drohnen.", split.Preamble);
        Assert.Equal("Gezeichnet:\nErika Muster", split.Rationale);
    }

    [Theory]
    [InlineData("Die Brücke ist gesperrt. Wie lange noch?", "Die Brücke ist gesperrt. Wie lange noch?")]
    [InlineData("Bitte senden Sie uns die Liste der gesperrten Brücken", "Bitte senden Sie uns die Liste der gesperrten Brücken")]
    [InlineData("Die Brücke ist zu.\n\nWir bitten um Auskunft, wie lange das dauert.", "Wir bitten um Auskunft, wie lange das dauert.")]
    [InlineData("Wir fragen:\n\nWie lange ist die Brücke zu?\n\nWir bitten um schriftliche Antwort.", "Wie lange ist die Brücke zu?")]
    [InlineData("Begründung:\nDie Brücke ist zu.\n\nWie lange noch?", "Wie lange noch?")]
    [InlineData("Vielen Dank für die Auskunft von gestern.\n\nWie lange noch?", "Wie lange noch?")]
    public void Prose_gives_one_question(string text, string expected) =>
        Assert.Equal(expected, Assert.Single(Split(text).Questions).Text);

    [Fact]
    public void Announced_paragraphs_that_each_ask_are_questions_without_labels() =>
        AssertTree("_ _ _", "Die Brücke ist zu. Wir fragen die Verwaltung:\n\nWie lange noch?\n\nWas kostet das?\n\nWer zahlt?");

    [Theory]
    [InlineData("1.\u00A0Wie viele?\r\n2.\u00A0Warum?", "1. 2.")]
    [InlineData("1.\tWie viele?\r2.\tWarum?", "1. 2.")]
    [InlineData("\uFEFF1. Wie viele?\n\u00AD2. Warum?", "1. 2.")]
    [InlineData("\u200B\u00A0\u00A01. Wie viele?\u00A0\n\u00A0\u00A02. Warum?", "1. 2.")]
    [InlineData("1. Wie viele?\n\f2. Warum?\u2028\u20293. Wo?", "1. 2. 3.")]
    [InlineData("  1.   Wie viele?  \n\n\n\t 2. Warum? \n", "1. 2.")]
    public void Line_ends_tabs_and_invisible_characters_do_not_hide_labels(string text, string tree) => AssertTree(tree, text);

    [Fact]
    public void The_words_stay_as_written()
    {
        var split = Split("1. Für den Bereit der  Digi\u00ADtali-\r\nsierung\u00A0– was   gilt?  \r\n\r\n  So?");

        Assert.Equal("Für den Bereit der  Digi\u00ADtali-\nsierung\u00A0– was   gilt?\n\n  So?", Assert.Single(split.Questions).Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t\u00A0\u200B ")]
    public void A_text_without_visible_characters_has_no_parts(string text)
    {
        var split = Split(text);

        Assert.Null(split.Preamble);
        Assert.Empty(split.Questions);
        Assert.Null(split.Rationale);
    }

    [Fact]
    public void Three_hundred_questions_are_found()
    {
        var text = string.Join('\n', Enumerable.Range(1, 300).Select(n => $"{n}. Wie viele Stellen\nhat Amt {n}?\n  a) besetzt?\n  b) frei?"));

        var split = Split(text);

        Assert.Equal(300, split.Questions.Count);
        Assert.All(split.Questions, question => Assert.Equal(2, question.Children.Count));
        Assert.Equal("300.", split.Questions[^1].Label);
    }

    [Theory]
    [InlineData("1.")]
    [InlineData("1.\n")]
    [InlineData("- \n")]
    [InlineData("a) ")]
    [InlineData("(((")]
    [InlineData("I. Begründung\n")]
    [InlineData("Begründung\n")]
    [InlineData("Antwort:\nWir fragen:\n1. Wie?\n")]
    [InlineData("    ")]
    [InlineData("?\n\n")]
    [InlineData("Wir fragen, wir fragen: ")]
    [InlineData("Verkehr\n\n1. Wie?\n\n")]
    [InlineData("1.1.1.1.1.1.1.")]
    [InlineData("x")]
    public void A_hundred_thousand_characters_of_one_kind_are_split_without_loss(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));

        Split(text);
    }

    [Fact]
    public void Random_texts_lose_nothing()
    {
        string[] pieces =
        [
            "1. ", "2. ", "3. ", "1) ", "a) ", "b) ", "7. a) ", "A. ", "B. ", "I. ", "II. ", "1.1 ", "1.2. ", "I.1 ", "1a ", "- ", "• ", "* ", "**", "Frage 1: ",
            "Wir fragen:", "Begründung:", "Antwort:", "gez.", "Seite 2", "– 2 –", "Wie viele?", "Es ist so.", "Verkehr", "im", "z. B. ", "1. September 2025",
            "2.500 Euro", "(", ")", "?", ":", "\n", "\n", "\n\n", "\r\n", "\t", " ", "\u00A0", "\u00AD", "\uFEFF", "\f", "ß", "\uD83D\uDE00", "\0", "<script>", "„Zitat“",
        ];
        var random = new Random(1435);
        for (var round = 0; round < 5_000; round++)
        {
            var text = new StringBuilder();
            for (var left = random.Next(40); left > 0; left--)
            {
                text.Append(pieces[random.Next(pieces.Length)]);
            }

            Split(text.ToString());
        }
    }

    private static void AssertTree(string tree, string text) => Assert.Equal(tree, SplitNotation.Tree(Split(text)));

    /// <summary>Every text split here must come back whole, whitespace apart.</summary>
    private static SplitText Split(string text)
    {
        var split = QuestionSplitter.Split(text);
        Assert.Equal(SplitNotation.Visible(text), SplitNotation.Visible(split));
        return split;
    }
}
