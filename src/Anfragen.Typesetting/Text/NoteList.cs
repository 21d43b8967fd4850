using System.Globalization;

namespace Anfragen.Typesetting.Text;

/// <summary>The footnotes of a document: numbered as they are met, taken when their place has come.</summary>
internal sealed class NoteList
{
    private const string RaisedDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private readonly Queue<(int Number, NoteRun Note)> pending = [];
    private int count;

    /// <summary>Whether notes wait for their place.</summary>
    public bool AnyPending => pending.Count > 0;

    /// <summary>Returns the note's number.</summary>
    public int Add(NoteRun note)
    {
        pending.Enqueue((++count, note));
        return count;
    }

    /// <summary>The next note that waits; setting it may bring further ones.</summary>
    public bool TryTake(out (int Number, NoteRun Note) next) => pending.TryDequeue(out next);

    /// <summary>The number in raised digits.</summary>
    public static string Raised(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => RaisedDigits[digit - '0']));
}
