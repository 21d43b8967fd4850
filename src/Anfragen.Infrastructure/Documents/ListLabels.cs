using System.Globalization;
using Anfragen.Domain.Numbers;

namespace Anfragen.Infrastructure.Documents;

/// <summary>Writes list labels as word processors show them.</summary>
internal static class ListLabels
{
    public const string Bullet = "•";

    public static string Decimal(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>a to z, then aa, bb.</summary>
    public static string Letter(int value) =>
        value < 1 ? "" : new string((char)('a' + ((value - 1) % 26)), Math.Min(((value - 1) / 26) + 1, 10));

    public static string Roman(int value) => value is < 1 or > 3999 ? Decimal(value) : RomanNumeral.Of(value);

    /// <summary>The sign of a bullet; those of symbol fonts have no meaning outside of them.</summary>
    public static string BulletOf(string? sign)
    {
        var visible = sign?.Trim();
        return string.IsNullOrEmpty(visible) || visible.Any(c => c is (>= '\uE000' and <= '\uF8FF') or '§' or '\u00B7' or '?') ? Bullet : visible;
    }
}
