namespace Anfragen.Domain.Inquiries;

/// <summary>The turns of phrase by which German inquiries announce their questions, close them and go on after a line break.</summary>
internal static class Phrases
{
    private static readonly string[] Asking =
    [
        "fragen wir", "wir fragen", "frage ich", "ich frage", "fragt ", "fragen die ", "wird gefragt", "wird angefragt", "gefragt:",
        "folgende frage", "folgenden frage", "folgender frage", "nachfolgende frage", "nachfolgenden frage", "nachstehende frage",
        "nachstehenden frage", "dieser frage", "diese frage", "unsere frage", "stellen wir", "wir stellen", "stellt die", "stelle ich",
        "um auskunft", "auskunft gebeten", "auskunft über", "um aufklärung", "um antwort", "um beantwortung", "um mitteilung",
        "möchten wir wissen", "möchte ich wissen", "wollen wir wissen", "bitten wir", "wir bitten", "bitte ich", "ich bitte", "wird gebeten", "bittet um", "wissen:",
    ];

    private static readonly string[] QuestionHeadings =
    [
        "fragen", "frage", "unsere fragen", "die fragen", "fragestellung", "fragestellungen", "fragen an die verwaltung", "frage an die verwaltung",
        "fragenkatalog", "einzelfragen", "anfrage", "unsere fragen an die verwaltung",
    ];

    private static readonly string[] RationaleTitles =
    [
        "begründung", "zur begründung", "sachverhalt", "sachverhaltsdarstellung", "sachverhalt und begründung", "hintergrund", "hintergründe",
        "erläuterung", "erläuterungen", "ergänzende erläuterungen", "begründung der anfrage", "hintergrund der anfrage", "zum hintergrund",
    ];

    private static readonly string[] BackgroundTitles = ["vorbemerkung", "vorbemerkungen", "einleitung", "ausgangslage", "anlass", "vorwort", "präambel"];

    private static readonly string[] Closings =
    [
        "unterzeichnet von", "gezeichnet", "gez.", "gez ", "gez:", "mit freundlichen grüßen", "mit freundlichem gruß", "mit freundlichen gruß",
        "freundliche grüße", "mit besten grüßen", "beste grüße", "viele grüße", "herzliche grüße", "hochachtungsvoll", "vielen dank", "wir danken",
        "für die fraktion", "für die ratsfraktion", "für die stadtratsfraktion", "i. a.", "i.a.", "i. v.", "i.v.",
    ];

    private static readonly string[] Continuations =
    [
        "bitte ", "wenn ", "falls ", "und ", "oder ", "sofern ", "gegebenenfalls ", "ggf. ", "wir bitten um auf", "zusatzfrage", "nachfrage",
    ];

    private static readonly HashSet<string> Months = new(StringComparer.OrdinalIgnoreCase)
    {
        "Januar", "Jänner", "Jan", "Februar", "Feb", "März", "Mrz", "April", "Apr", "Mai", "Juni", "Jun", "Juli", "Jul",
        "August", "Aug", "September", "Sept", "Sep", "Oktober", "Okt", "November", "Nov", "Dezember", "Dez",
    };

    private static readonly HashSet<string> OrdinalNouns = new(StringComparer.OrdinalIgnoreCase)
    {
        "Halbjahr", "Quartal", "Stock", "Stockwerk", "Etage", "Obergeschoss", "Untergeschoss", "OG", "UG", "Bürgermeister", "Bürgermeisterin",
        "Beigeordneter", "Beigeordnete", "Lesung", "Bauabschnitt", "BA", "Sitzung", "Plenarsitzung", "Wahlperiode", "Klasse", "Klassen", "Liga",
        "Bundesliga", "FC", "Welle", "Änderung", "Nachtrag", "Jahrhundert", "Jahrhunderts", "Lebensjahr", "Schuljahr", "Platz", "Vorsitzender",
        "Vorsitzende", "Stufe", "Rang",
    };

    private static readonly HashSet<string> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        "Millionen", "Million", "Mio", "Milliarden", "Milliarde", "Mrd", "Tausend", "Prozent", "Prozentpunkte", "Euro", "EUR", "Cent", "Uhr",
        "Meter", "Metern", "Kilometer", "Kilometern", "km", "m", "m²", "qm", "cm", "mm", "ha", "Hektar", "Tonnen", "Liter", "kWh", "MWh", "GWh",
        "kW", "MW", "GB", "TB", "Grad", "Stunden", "Tage", "Tagen", "Jahre", "Jahren", "Punkte", "Punkten", "Stellen", "VZÄ",
    };

    /// <summary>Words after which a German sentence goes on.</summary>
    private static readonly HashSet<string> OpenWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "der", "die", "das", "den", "dem", "des", "ein", "eine", "einem", "einen", "einer", "eines", "am", "im", "vom", "zum", "zur", "beim", "ins",
        "ab", "bis", "seit", "mit", "ohne", "für", "von", "zu", "in", "auf", "an", "aus", "bei", "nach", "vor", "über",
        "unter", "durch", "gegen", "um", "als", "wie", "jeden", "jedem", "jeder", "jedes", "dieses", "diesem", "dieser", "zwischen", "rund", "etwa",
        "ca", "circa", "nur", "insgesamt", "ihre", "ihrem", "ihren", "ihrer", "seine", "seinem", "seiner",
    };

    /// <summary>Words that name the number behind them.</summary>
    private static readonly HashSet<string> ReferringWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "Nr", "Nummer", "Nrn", "Punkt", "Frage", "Ziffer", "Ziff", "Absatz", "Abs", "Satz", "Artikel", "Art", "§", "§§", "Buchstabe", "Buchst",
        "lit", "TOP", "Kapitel", "Anlage", "Tabelle", "Abbildung", "Seite", "S", "Paragraph", "Teilfrage", "Unterfrage",
    };

    /// <summary>Says that questions are asked: "Wir fragen daher:", "wird um Auskunft gebeten".</summary>
    public static bool Asks(ReadOnlySpan<char> text) => ContainsAny(text, Asking) || IsQuestionHeading(text);

    /// <summary>Stands right before a list and announces it as the questions.</summary>
    public static bool Announces(ReadOnlySpan<char> text)
    {
        text = Bare(text);
        return !text.IsEmpty && (IsQuestionHeading(text) || (text[^1] is ':' or ',' or '.' && ContainsAny(text, Asking)));
    }

    public static bool IsQuestionHeading(ReadOnlySpan<char> text) => IsTitle(text, QuestionHeadings);

    /// <summary>"Begründung:", "Sachverhalt / Begründung", also with the first words on the same line.</summary>
    public static bool IsRationaleTitle(ReadOnlySpan<char> line)
    {
        var title = Bare(line);
        if (title.IndexOf(':') is >= 0 and var colon)
        {
            title = title[..colon];
        }

        if (title.Length > 60)
        {
            return false;
        }

        var parts = title.ToString().Split('/', StringSplitOptions.TrimEntries);
        return parts.All(part => IsTitle(part, RationaleTitles));
    }

    public static bool IsBackgroundTitle(ReadOnlySpan<char> line) => IsRationaleTitle(line) || IsTitle(line, BackgroundTitles);

    /// <summary>Begins a greeting, a signature or the line with place and date.</summary>
    public static bool IsClosing(ReadOnlySpan<char> line)
    {
        line = Bare(line);
        foreach (var closing in Closings)
        {
            if (line.StartsWith(closing, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return line.Equals("gez", StringComparison.OrdinalIgnoreCase) || IsPlaceAndDate(line);
    }

    /// <summary>A heading over an answer that the text quotes: "Antwort der Stadtverwaltung:".</summary>
    public static bool IsAnswerHeading(ReadOnlySpan<char> line) =>
        line.Length <= 80 && line.EndsWith(":") && (line.StartsWith("Antwort", StringComparison.Ordinal) || line.StartsWith("Stellungnahme", StringComparison.Ordinal));

    /// <summary>The page number of a pasted PDF: "– 2 –", "Seite 2".</summary>
    public static bool IsPageMark(ReadOnlySpan<char> line)
    {
        var inner = line.Trim("-–—_ \u00A0");
        var isDashed = inner.Length < line.Length && line[^1] is '-' or '–' or '—';
        var number = inner.StartsWith("Seite ", StringComparison.OrdinalIgnoreCase) ? inner["Seite ".Length..].Trim() : isDashed ? inner : default;
        return number.Length is > 0 and <= 12 && number.IndexOfAnyExcept("0123456789/ von") < 0 && char.IsAsciiDigit(number[0]);
    }

    /// <summary>A further sentence of the same question rather than the beginning of something else.</summary>
    public static bool ContinuesQuestion(ReadOnlySpan<char> paragraph)
    {
        if (paragraph.IsEmpty || char.IsLower(paragraph[0]) || paragraph[0] == '(')
        {
            return true;
        }

        foreach (var continuation in Continuations)
        {
            if (paragraph.StartsWith(continuation, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        var firstStop = paragraph.IndexOfAny('?', '.', '!');
        return firstStop >= 0 && paragraph[firstStop] == '?';
    }

    /// <summary>Where the first question mark stands that ends a sentence, not one inside an address; -1 without one.</summary>
    public static int FirstQuestionMark(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '?' && (i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1])))
            {
                return i;
            }
        }

        return -1;
    }

    public static bool HasQuestionMark(ReadOnlySpan<char> text) => FirstQuestionMark(text) >= 0;

    /// <summary>The sentence is over, closing quotation marks and brackets left aside.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        text = Bare(text).TrimEnd("\"“”»«')*_");
        return !text.IsEmpty && text[^1] is '.' or '?' or '!';
    }

    /// <summary>A list may begin or go on after this line.</summary>
    public static bool EndsClause(ReadOnlySpan<char> line)
    {
        line = Bare(line);
        return !line.IsEmpty && (line[^1] is ':' or ';' or ',' or ')' || EndsSentence(line));
    }

    public static bool IsMonth(ReadOnlySpan<char> word) => In(Months, word);

    public static bool IsOrdinalNoun(ReadOnlySpan<char> word) => In(OrdinalNouns, word);

    public static bool IsUnit(ReadOnlySpan<char> word) => In(Units, word) || (!word.IsEmpty && word[0] is '%' or '€' or '‰');

    public static bool EndsOpen(ReadOnlySpan<char> line)
    {
        line = Bare(line);
        return !line.IsEmpty && (line[^1] is '-' or '‐' || In(OpenWords, LastWord(line)));
    }

    /// <summary>"… siehe Antwort zu Frage", with the number on the next line. A heading of one word refers to nothing.</summary>
    public static bool EndsReferring(ReadOnlySpan<char> line)
    {
        line = Bare(line);
        var word = LastWord(line);
        return word.Length < line.Length && In(ReferringWords, word);
    }

    /// <summary>The letters and signs up to the next blank, without a closing stop.</summary>
    public static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && !SourceLines.IsInvisible(text[end]))
        {
            end++;
        }

        return text[..end].TrimEnd(".,;:-–)");
    }

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> line)
    {
        var start = line.Length;
        while (start > 0 && !SourceLines.IsInvisible(line[start - 1]))
        {
            start--;
        }

        return line[start..].Trim("(.,„\"");
    }

    private static bool IsPlaceAndDate(ReadOnlySpan<char> line)
    {
        var comma = line.IndexOf(',');
        if (comma is < 2 or > 40 || line.Length > 80 || !char.IsUpper(line[0]) || line[..comma].IndexOfAnyInRange('0', '9') >= 0)
        {
            return false;
        }

        var date = line[(comma + 1)..].Trim();
        foreach (var word in (string[])["den ", "im ", "am "])
        {
            if (date.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                date = date[word.Length..].Trim();
            }
        }

        if (date.IsEmpty || !char.IsAsciiDigit(date[0]) || !char.IsAsciiDigit(date[^1]))
        {
            return false;
        }

        var middle = date.Trim("0123456789. /");
        return middle.IsEmpty ? date.Contains('.') : IsMonth(middle);
    }

    private static bool IsTitle(ReadOnlySpan<char> text, string[] titles)
    {
        text = Bare(text).TrimEnd(":.-– ");
        foreach (var title in titles)
        {
            if (text.Equals(title, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ContainsAny(ReadOnlySpan<char> text, string[] phrases)
    {
        foreach (var phrase in phrases)
        {
            if (text.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool In(HashSet<string> words, ReadOnlySpan<char> word) => words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>Without blanks and Markdown's bold at the edges.</summary>
    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> text)
    {
        var from = 0;
        var to = text.Length;
        while (from < to && (SourceLines.IsInvisible(text[from]) || text[from] is '*' or '_' or '#'))
        {
            from++;
        }

        while (to > from && (SourceLines.IsInvisible(text[to - 1]) || text[to - 1] is '*' or '_'))
        {
            to--;
        }

        return text[from..to];
    }
}
