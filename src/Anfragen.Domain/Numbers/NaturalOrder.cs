using System.Text;

namespace Anfragen.Domain.Numbers;

/// <summary>Turns a written number into a key in whose byte order 9 stands before 10.</summary>
internal static class NaturalOrder
{
    public const char Separator = '/';

    private const int Width = 9;

    public static string Number(int number) => number.ToString("D9", System.Globalization.CultureInfo.InvariantCulture);

    public static string Key(string written)
    {
        var key = new StringBuilder();
        var slug = NumberScheme.Slug(written);
        for (var i = 0; i < slug.Length;)
        {
            var end = i;
            while (end < slug.Length && char.IsAsciiDigit(slug[end]))
            {
                end++;
            }

            if (end == i)
            {
                key.Append(slug[i] == '-' ? Separator : slug[i]);
                i++;
                continue;
            }

            key.Append(slug[i..end].TrimStart('0').PadLeft(Width, '0'));
            i = end;
        }

        return key.ToString();
    }
}
