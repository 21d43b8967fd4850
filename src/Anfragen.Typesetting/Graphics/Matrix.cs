using System.Globalization;
using System.Text.RegularExpressions;

namespace Anfragen.Typesetting.Graphics;

/// <summary>An affine map of the plane: x' = ax + cy + e, y' = bx + dy + f.</summary>
internal readonly partial record struct Matrix(double A, double B, double C, double D, double E, double F)
{
    public static Matrix Identity => new(1, 0, 0, 1, 0, 0);

    public (double X, double Y) Apply(double x, double y) => (A * x + C * y + E, B * x + D * y + F);

    /// <summary>The map that applies the inner one first.</summary>
    public Matrix Around(Matrix inner) => new(
        A * inner.A + C * inner.B, B * inner.A + D * inner.B,
        A * inner.C + C * inner.D, B * inner.C + D * inner.D,
        A * inner.E + C * inner.F + E, B * inner.E + D * inner.F + F);

    /// <summary>Reads the attribute "transform" of SVG.</summary>
    /// <exception cref="InvalidDataException">It is none; the message is a German sentence.</exception>
    public static Matrix Parse(string transform)
    {
        Matrix all = Identity;
        string rest = Operation().Replace(transform, match =>
        {
            double[] values = [.. Number().Matches(match.Groups[2].Value).Select(number => double.Parse(number.Value, CultureInfo.InvariantCulture))];
            all = all.Around(One(match.Groups[1].Value, values));
            return "";
        });
        return rest.AsSpan().Trim(" ,\t\r\n").IsEmpty ? all : throw Unknown(transform);
    }

    private static Matrix One(string operation, double[] values) => (operation, values) switch
    {
        ("matrix", [var a, var b, var c, var d, var e, var f]) => new Matrix(a, b, c, d, e, f),
        ("translate", [var x]) => Translation(x, 0),
        ("translate", [var x, var y]) => Translation(x, y),
        ("scale", [var both]) => new Matrix(both, 0, 0, both, 0, 0),
        ("scale", [var x, var y]) => new Matrix(x, 0, 0, y, 0, 0),
        ("rotate", [var angle]) => Rotation(angle),
        ("rotate", [var angle, var x, var y]) => Translation(x, y).Around(Rotation(angle)).Around(Translation(-x, -y)),
        ("skewX", [var angle]) => new Matrix(1, 0, Math.Tan(angle * Math.PI / 180), 1, 0, 0),
        ("skewY", [var angle]) => new Matrix(1, Math.Tan(angle * Math.PI / 180), 0, 1, 0, 0),
        _ => throw Unknown(operation),
    };

    private static Matrix Translation(double x, double y) => new(1, 0, 0, 1, x, y);

    private static Matrix Rotation(double degrees)
    {
        (double sine, double cosine) = Math.SinCos(degrees * Math.PI / 180);
        return new Matrix(cosine, sine, -sine, cosine, 0, 0);
    }

    private static InvalidDataException Unknown(string transform) => new($"Die Umformung „{transform}“ in der SVG-Datei wird nicht gelesen.");

    [GeneratedRegex(@"(\w+)\s*\(([^)]*)\)")]
    private static partial Regex Operation();

    [GeneratedRegex(@"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?")]
    private static partial Regex Number();
}
