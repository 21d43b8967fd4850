using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Anfragen.Domain.Numbers;

/// <summary>
/// Nummernschema: how a city writes and counts its numbers, as data. The template <c>{seq:4}/{year}</c> counted per year
/// gives "0001/2025"; text outside of braces stands for itself. Placeholders:
/// <list type="bullet">
/// <item><c>{seq}</c>, <c>{seq:4}</c>: the counter, filled up with zeros to that width;</item>
/// <item><c>{year}</c>, <c>{yy}</c>: the year with four digits, or with two, read as 2000 to 2099;</item>
/// <item><c>{term}</c>: the legislative term's short name, "20-26" or "22"; <c>{termRoman}</c>: its ordinal, "XXI";</item>
/// <item><c>{type}</c>: letters for the kind of paper;</item>
/// <item><c>{parent}</c>, <c>{suffix}</c>: the number of the paper this one belongs to, and what is put behind it.</item>
/// </list>
/// Kinds of paper that share a range share one scheme; a kind with a range of its own has a scheme with another key.
/// </summary>
public sealed class NumberScheme
{
    private const string Allowed = "Erlaubt sind {seq}, {seq:1} bis {seq:9}, {year}, {yy}, {term}, {termRoman}, {type}, {parent} und {suffix}.";
    private const int LongestNumber = 100;

    private static readonly Dictionary<string, string> Patterns = new(StringComparer.Ordinal)
    {
        ["seq"] = "[0-9]{1,9}",
        ["year"] = "[1-9][0-9]{3}",
        ["yy"] = "[0-9]{2}",
        ["term"] = @"[\p{L}0-9]+(?:[-–.][\p{L}0-9]+)*",
        ["termRoman"] = "[IVXLCDM]+",
        ["type"] = @"\p{L}+",
        ["parent"] = ".+",
        ["suffix"] = @"[\p{L}0-9]+",
    };

    private readonly List<Piece> pieces;
    private readonly Regex recogniser;

    private NumberScheme(string template, CounterScope scope, string key, List<Piece> pieces)
    {
        Template = template;
        Scope = scope;
        Key = key;
        this.pieces = pieces;
        var pattern = string.Concat(pieces.Select(piece => piece.IsPlaceholder ? $"(?<{piece.Text}>{Patterns[piece.Text]})" : Regex.Escape(piece.Text)));
        recogniser = new Regex($@"\A{pattern}\z", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    /// <summary>The template as given.</summary>
    public string Template { get; }

    /// <summary>Where the counter begins again.</summary>
    public CounterScope Scope { get; }

    /// <summary>Names the counter's group of paper types; with scope key and sequence it identifies a number.</summary>
    public string Key { get; }

    /// <summary>Reads a template.</summary>
    /// <param name="template">Text with placeholders.</param>
    /// <param name="scope">Where the counter begins again; the template must show it, for the numbers to be unique.</param>
    /// <param name="key">Names the group of paper types that share the counter.</param>
    /// <exception cref="FormatException">With a German sentence that says what is allowed.</exception>
    public static NumberScheme Parse(string template, CounterScope scope, string key = "")
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(key);
        var pieces = Pieces(template);
        RequireUnambiguous(template, pieces);
        RequireUnique(template, scope, pieces);
        return new NumberScheme(template, scope, key, pieces);
    }

    /// <summary>The number as it is shown.</summary>
    /// <exception cref="ArgumentException">A part that the template names is missing or cannot stand there.</exception>
    public string Format(NumberParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var display = string.Concat(pieces.Select(piece => piece.IsPlaceholder ? Value(piece, parts) : piece.Text));
        return display.Length <= LongestNumber ? display : throw new ArgumentException($"Die Nummer „{display}“ ist länger als {LongestNumber} Zeichen.");
    }

    /// <summary>
    /// Recognises a number of this scheme, as typed by hand too: capitals in the template's own text, the counter's leading zeros and blanks around it do not matter.
    /// </summary>
    public bool TryParse(string? display, [NotNullWhen(true)] out NumberParts? parts)
    {
        parts = null;
        var typed = (display ?? "").Trim();
        if (typed.Length > LongestNumber || recogniser.Match(typed) is not { Success: true } match)
        {
            return false;
        }

        var sequence = Whole(Read("seq"));
        var ordinal = Read("termRoman") is { } roman ? RomanNumeral.Read(roman.ToUpperInvariant()) : null;
        if (sequence == 0 || (Has("termRoman") && ordinal is null))
        {
            return false;
        }

        parts = new NumberParts
        {
            Sequence = sequence,
            Year = Whole(Read("year")) ?? 2000 + Whole(Read("yy")),
            Term = Read("term"),
            TermOrdinal = ordinal,
            Type = Read("type"),
            Parent = Read("parent")?.Trim(),
            Suffix = Read("suffix"),
        };
        return true;

        string? Read(string name) => Has(name) ? match.Groups[name].Value : null;
    }

    /// <summary>
    /// The range in which the number counts: "2025", "20-26", "XXI", or "" where the counter never begins again. A scheme with
    /// <c>{parent}</c> counts per parent.
    /// </summary>
    public string ScopeKey(NumberParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (Has("parent"))
        {
            return Needed(parts.Parent, "parent").Trim();
        }

        return Scope switch
        {
            CounterScope.Year => Needed(parts.Year, "year").ToString("D4", CultureInfo.InvariantCulture),
            CounterScope.Term => Has("term") ? Needed(parts.Term, "term") : RomanNumeral.Of(Needed(parts.TermOrdinal, "termRoman")),
            _ => "",
        };
    }

    /// <summary>Sorts byte by byte by range, then sequence, then suffix.</summary>
    public string SortKey(NumberParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var keys = new List<string>();
        if (Has("parent"))
        {
            keys.Add(NaturalOrder.Key(Needed(parts.Parent, "parent")));
        }
        else if (Scope == CounterScope.Term && !Has("term"))
        {
            keys.Add(NaturalOrder.Number(Needed(parts.TermOrdinal, "termRoman")));
        }
        else if (Scope != CounterScope.None)
        {
            keys.Add(NaturalOrder.Key(ScopeKey(parts)));
        }

        if (Has("seq"))
        {
            keys.Add(NaturalOrder.Number(Needed(parts.Sequence, "seq")));
        }

        if (Has("suffix"))
        {
            keys.Add(NaturalOrder.Key(Needed(parts.Suffix, "suffix")));
        }

        return string.Join(NaturalOrder.Separator, keys);
    }

    /// <summary>The number with all that is stored beside it, as drawn from the counter.</summary>
    public Reference Issue(NumberParts parts)
    {
        var display = Format(parts);
        return new Reference(display, Slug(display), SortKey(parts), Key, ScopeKey(parts), Has("seq") ? parts.Sequence : null, ReferenceOrigin.Counter);
    }

    /// <summary>The number as a piece of an address: lower-case ASCII letters, digits and single hyphens.</summary>
    /// <exception cref="ArgumentException">There is neither a letter nor a digit in it.</exception>
    public static string Slug(string display)
    {
        ArgumentNullException.ThrowIfNull(display);
        var slug = new StringBuilder();
        var wellFormed = string.Concat(display.EnumerateRunes());
        foreach (var c in wellFormed.Normalize(NormalizationForm.FormKC).ToLowerInvariant())
        {
            slug.Append(Folded(c));
        }

        var words = slug.ToString().Split('-', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 ? string.Join('-', words) : throw new ArgumentException("Eine Drucksachennummer braucht mindestens einen Buchstaben oder eine Ziffer.");
    }

    private static string Folded(char c) => c switch
    {
        'ä' or 'æ' => "ae",
        'ö' or 'œ' => "oe",
        'ü' => "ue",
        'ß' => "ss",
        'ø' => "o",
        'ł' => "l",
        'đ' => "d",
        _ when char.IsAsciiLetterOrDigit(c) => c.ToString(),
        _ when char.IsLetter(c) && c.ToString().Normalize(NormalizationForm.FormD)[0] is var letter && char.IsAsciiLetter(letter) => letter.ToString(),
        _ => char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark ? "" : "-",
    };

    private readonly record struct Piece(bool IsPlaceholder, string Text, int Width = 1);

    private static List<Piece> Pieces(string template)
    {
        var pieces = new List<Piece>();
        for (var at = 0; at < template.Length;)
        {
            var isPlaceholder = template[at] == '{';
            var end = isPlaceholder ? template.IndexOf('}', at) : template.IndexOfAny(['{', '}'], at);
            if (isPlaceholder ? end < 0 : end == at)
            {
                throw new FormatException($"In der Nummernvorlage „{template}“ fehlt zu einer geschweiften Klammer die andere. {Allowed}");
            }

            if (!isPlaceholder)
            {
                end = end < 0 ? template.Length : end;
                pieces.Add(new Piece(false, template[at..end]));
                at = end;
                continue;
            }

            pieces.Add(Placeholder(template, template[(at + 1)..end]));
            at = end + 1;
        }

        return pieces;
    }

    private static Piece Placeholder(string template, string inner)
    {
        if (inner.StartsWith("seq:", StringComparison.Ordinal) && inner.Length == 5 && inner[4] is >= '1' and <= '9')
        {
            return new Piece(true, "seq", inner[4] - '0');
        }

        return Patterns.ContainsKey(inner)
            ? new Piece(true, inner)
            : throw new FormatException($"Die Nummernvorlage „{template}“ enthält den unbekannten Platzhalter {{{inner}}}. {Allowed}");
    }

    private static void RequireUnambiguous(string template, List<Piece> pieces)
    {
        if (template.Length > LongestNumber || template != template.Trim() || template.Any(char.IsControl))
        {
            throw new FormatException($"Die Nummernvorlage „{template}“ darf höchstens {LongestNumber} Zeichen lang sein und weder Leerraum am Rand noch Steuerzeichen enthalten. {Allowed}");
        }

        var names = pieces.Where(piece => piece.IsPlaceholder).Select(piece => piece.Text).ToList();
        if (names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new FormatException($"Die Nummernvorlage „{template}“ enthält {{{twice.Key}}} mehrmals; jeder Platzhalter darf nur einmal vorkommen. {Allowed}");
        }

        if (names.Contains("year") && names.Contains("yy"))
        {
            throw new FormatException($"Die Nummernvorlage „{template}“ darf nur eines von {{year}} und {{yy}} enthalten. {Allowed}");
        }

        var places = Enumerable.Range(0, pieces.Count).Where(i => pieces[i].IsPlaceholder).ToList();
        foreach (var (place, nextPlace) in places.Zip(places.Skip(1)))
        {
            var (one, next) = (pieces[place].Text, pieces[nextPlace].Text);
            var isSeparated = pieces[(place + 1)..nextPlace].Exists(literal => !literal.Text.All(char.IsLetterOrDigit));
            var isLettersThenDigits = nextPlace == place + 1 && one == "type" && next is "seq" or "year" or "yy";
            if (!isSeparated && !isLettersThenDigits)
            {
                throw new FormatException($"In der Nummernvorlage „{template}“ muss zwischen {{{one}}} und {{{next}}} ein Trennzeichen stehen, das weder Buchstabe noch Ziffer ist; ohne dürfen nur {{seq}}, {{year}} oder {{yy}} auf {{type}} folgen.");
            }
        }

        if (names.Contains("parent") && names.Any(name => name is "year" or "yy" or "term" or "termRoman"))
        {
            throw new FormatException($"In der Nummernvorlage „{template}“ dürfen neben {{parent}} nur {{seq}}, {{type}} und {{suffix}} stehen; Jahr und Wahlperiode trägt schon die übergeordnete Nummer.");
        }
    }

    private static void RequireUnique(string template, CounterScope scope, List<Piece> pieces)
    {
        bool Has(params string[] names) => pieces.Exists(piece => piece.IsPlaceholder && names.Contains(piece.Text));

        if (!Has("seq") && !(Has("parent") && Has("suffix")))
        {
            throw new FormatException($"Der Nummernvorlage „{template}“ fehlt der Zähler {{seq}}; ohne ihn geht es nur mit {{parent}} und {{suffix}}. {Allowed}");
        }

        if (scope == CounterScope.Year && !Has("year", "yy", "parent"))
        {
            throw new FormatException($"Der Zähler beginnt jedes Jahr neu, also muss die Nummernvorlage „{template}“ {{year}} oder {{yy}} enthalten. {Allowed}");
        }

        if (scope == CounterScope.Term && !Has("term", "termRoman", "parent"))
        {
            throw new FormatException($"Der Zähler beginnt jede Wahlperiode neu, also muss die Nummernvorlage „{template}“ {{term}} oder {{termRoman}} enthalten. {Allowed}");
        }
    }

    private bool Has(string name) => pieces.Exists(piece => piece.IsPlaceholder && piece.Text == name);

    private static string Value(Piece piece, NumberParts parts)
    {
        var value = piece.Text switch
        {
            "seq" => InRange(Needed(parts.Sequence, "seq"), 1, 999_999_999).ToString($"D{piece.Width}", CultureInfo.InvariantCulture),
            "year" => InRange(Needed(parts.Year, "year"), 1000, 9999).ToString("D4", CultureInfo.InvariantCulture),
            "yy" => (InRange(Needed(parts.Year, "yy"), 2000, 2099) % 100).ToString("D2", CultureInfo.InvariantCulture),
            "term" => Needed(parts.Term, "term"),
            "termRoman" => RomanNumeral.Of(InRange(Needed(parts.TermOrdinal, "termRoman"), 1, 3999)),
            "type" => Needed(parts.Type, "type"),
            "parent" => Needed(parts.Parent, "parent").Trim(),
            _ => Needed(parts.Suffix, "suffix"),
        };
        var isFitting = Regex.IsMatch(value, $@"\A(?:{Patterns[piece.Text]})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        return isFitting ? value : throw new ArgumentException($"„{value}“ kann in einer Drucksachennummer nicht für {{{piece.Text}}} stehen.");

        int InRange(int number, int least, int most) => number >= least && number <= most
            ? number
            : throw new ArgumentException($"Für {{{piece.Text}}} sind Werte von {least} bis {most} möglich, nicht {number}.");
    }

    private static int Needed(int? value, string name) => value ?? throw Missing(name);

    private static string Needed(string? value, string name) => string.IsNullOrWhiteSpace(value) ? throw Missing(name) : value;

    private static ArgumentException Missing(string name) => new($"Für die Drucksachennummer fehlt der Wert von {{{name}}}.");

    private static int? Whole(string? digits) => digits is null ? null : int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
