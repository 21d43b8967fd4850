using System.Text;

namespace Anfragen.Domain.Numbers;

/// <summary>Römische Zahl: writes and reads those from 1 to 3999.</summary>
public static class RomanNumeral
{
    private static readonly (int Value, string Sign)[] Signs =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
        (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];

    /// <summary>The canonical upper-case spelling.</summary>
    public static string Of(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 3999);
        var written = new StringBuilder();
        foreach (var (value, sign) in Signs)
        {
            for (; number >= value; number -= value)
            {
                written.Append(sign);
            }
        }

        return written.ToString();
    }

    /// <summary>The number, or null for anything but the canonical upper-case spelling.</summary>
    public static int? Read(string written)
    {
        var number = 0;
        var at = 0;
        foreach (var (value, sign) in Signs)
        {
            while (string.CompareOrdinal(written, at, sign, 0, sign.Length) == 0)
            {
                number += value;
                at += sign.Length;
            }
        }

        return number is > 0 and <= 3999 && at == written.Length && Of(number) == written ? number : null;
    }
}
