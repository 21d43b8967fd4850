using System.Buffers.Binary;
using Anfragen.Typesetting.Graphics;

namespace Anfragen.Typesetting.Fonts;

/// <summary>Reads the outlines of table "glyf" as curves, in font units with y upwards.</summary>
internal static class GlyphOutlines
{
    private const int MostParts = 64;

    private const int OnCurve = 0x01;
    private const int ShortX = 0x02;
    private const int ShortY = 0x04;
    private const int Repeat = 0x08;
    private const int SameOrPositiveX = 0x10;
    private const int SameOrPositiveY = 0x20;

    /// <summary>Empty for spaces.</summary>
    public static PathOutline Read(TrueTypeFont font, int glyph)
    {
        var outline = new PathOutline();
        int parts = MostParts;
        Add(outline, font, glyph, Matrix.Identity, ref parts);
        return outline;
    }

    private static void Add(PathOutline outline, TrueTypeFont font, int glyph, Matrix place, ref int parts)
    {
        ReadOnlySpan<byte> data = font.Outline(glyph);
        if (data.Length == 0 || parts-- == 0)
        {
            return;
        }

        int contours = BinaryPrimitives.ReadInt16BigEndian(data);
        if (contours >= 0)
        {
            AddContours(outline, data, contours, place);
        }
        else
        {
            AddComponents(outline, font, data, place, ref parts);
        }
    }

    private static void AddComponents(PathOutline outline, TrueTypeFont font, ReadOnlySpan<byte> data, Matrix place, ref int parts)
    {
        int position = 10, flags;
        do
        {
            flags = Unsigned16(data, position);
            int component = Unsigned16(data, position + 2);
            position += 4;
            bool words = (flags & CompositeGlyph.ArgumentsAreWords) != 0;
            double x = words ? BinaryPrimitives.ReadInt16BigEndian(data[position..]) : (sbyte)data[position];
            double y = words ? BinaryPrimitives.ReadInt16BigEndian(data[(position + 2)..]) : (sbyte)data[position + 1];
            position += words ? 4 : 2;
            if ((flags & CompositeGlyph.ArgumentsAreOffsets) == 0)
            {
                (x, y) = (0, 0);
            }

            Matrix inner = new(1, 0, 0, 1, x, y);
            if ((flags & CompositeGlyph.HasScale) != 0)
            {
                double scale = Fraction(data, position);
                inner = inner with { A = scale, D = scale };
                position += 2;
            }
            else if ((flags & CompositeGlyph.HasTwoScales) != 0)
            {
                inner = inner with { A = Fraction(data, position), D = Fraction(data, position + 2) };
                position += 4;
            }
            else if ((flags & CompositeGlyph.HasMatrix) != 0)
            {
                inner = inner with
                {
                    A = Fraction(data, position),
                    B = Fraction(data, position + 2),
                    C = Fraction(data, position + 4),
                    D = Fraction(data, position + 6),
                };
                position += 8;
            }

            Add(outline, font, component, place.Around(inner), ref parts);
        }
        while ((flags & CompositeGlyph.MoreComponents) != 0);
    }

    private static void AddContours(PathOutline outline, ReadOnlySpan<byte> data, int contours, Matrix place)
    {
        int position = 10 + 2 * contours;
        int count = contours == 0 ? 0 : Unsigned16(data, position - 2) + 1;
        position += 2 + Unsigned16(data, position);
        byte[] flags = ReadFlags(data, count, ref position);
        int[] xs = ReadCoordinates(data, flags, ShortX, SameOrPositiveX, ref position);
        int[] ys = ReadCoordinates(data, flags, ShortY, SameOrPositiveY, ref position);
        for (int contour = 0, first = 0; contour < contours; contour++)
        {
            int last = Unsigned16(data, 10 + 2 * contour);
            AddContour(outline, place, flags.AsSpan(first, last - first + 1), xs.AsSpan(first, last - first + 1), ys.AsSpan(first, last - first + 1));
            first = last + 1;
        }
    }

    /// <summary>Quadratic curves, raised to cubic ones; between two control points in a row lies a point of the curve.</summary>
    private static void AddContour(PathOutline outline, Matrix place, ReadOnlySpan<byte> flags, ReadOnlySpan<int> xs, ReadOnlySpan<int> ys)
    {
        if (flags.Length < 2)
        {
            return;
        }

        int start = 0;
        while (start < flags.Length && (flags[start] & OnCurve) == 0)
        {
            start++;
        }

        bool beginsOnCurve = start < flags.Length;
        (double X, double Y) from = beginsOnCurve ? place.Apply(xs[start], ys[start]) : place.Apply((xs[0] + xs[^1]) / 2.0, (ys[0] + ys[^1]) / 2.0);
        (double X, double Y) begin = from;
        (double X, double Y)? control = null;
        outline.Move(from.X, from.Y);
        for (int step = beginsOnCurve ? 1 : 0; step < flags.Length; step++)
        {
            int i = (start + step) % flags.Length;
            (double X, double Y) point = place.Apply(xs[i], ys[i]);
            if ((flags[i] & OnCurve) != 0)
            {
                To(point);
                control = null;
            }
            else
            {
                if (control is { } before)
                {
                    To(((before.X + point.X) / 2, (before.Y + point.Y) / 2));
                }

                control = point;
            }
        }

        To(begin);
        outline.Close();

        void To((double X, double Y) end)
        {
            if (control is { } bend)
            {
                outline.Curve(
                    from.X + (bend.X - from.X) * 2 / 3, from.Y + (bend.Y - from.Y) * 2 / 3,
                    end.X + (bend.X - end.X) * 2 / 3, end.Y + (bend.Y - end.Y) * 2 / 3, end.X, end.Y);
            }
            else if (end != from)
            {
                outline.Line(end.X, end.Y);
            }

            from = end;
        }
    }

    private static byte[] ReadFlags(ReadOnlySpan<byte> data, int count, ref int position)
    {
        var flags = new byte[count];
        for (int i = 0; i < count;)
        {
            byte flag = data[position++];
            int times = (flag & Repeat) != 0 ? data[position++] + 1 : 1;
            for (; times > 0 && i < count; times--)
            {
                flags[i++] = flag;
            }
        }

        return flags;
    }

    private static int[] ReadCoordinates(ReadOnlySpan<byte> data, byte[] flags, int isShort, int sameOrPositive, ref int position)
    {
        var values = new int[flags.Length];
        int value = 0;
        for (int i = 0; i < flags.Length; i++)
        {
            if ((flags[i] & isShort) != 0)
            {
                value += (flags[i] & sameOrPositive) != 0 ? data[position] : -data[position];
                position++;
            }
            else if ((flags[i] & sameOrPositive) == 0)
            {
                value += BinaryPrimitives.ReadInt16BigEndian(data[position..]);
                position += 2;
            }

            values[i] = value;
        }

        return values;
    }

    private static int Unsigned16(ReadOnlySpan<byte> data, int position) => BinaryPrimitives.ReadUInt16BigEndian(data[position..]);

    /// <summary>Fixed-point number with 14 binary places.</summary>
    private static double Fraction(ReadOnlySpan<byte> data, int position) => BinaryPrimitives.ReadInt16BigEndian(data[position..]) / 16384.0;
}
