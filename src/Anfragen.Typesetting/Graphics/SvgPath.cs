using System.Globalization;

namespace Anfragen.Typesetting.Graphics;

/// <summary>Reads path data of SVG (the attribute "d") into an outline; arcs and quadratic curves become cubic ones.</summary>
internal sealed class SvgPath
{
    private readonly string data;
    private readonly Matrix matrix;
    private readonly PathOutline outline = new();
    private int position;
    private (double X, double Y) current;
    private (double X, double Y) start;
    private (double X, double Y)? control;
    private char lastCommand;

    private SvgPath(string data, Matrix matrix) => (this.data, this.matrix) = (data, matrix);

    /// <exception cref="InvalidDataException">The data is none; the message is a German sentence.</exception>
    public static PathOutline Parse(string data, Matrix matrix)
    {
        var path = new SvgPath(data, matrix);
        path.Read();
        return path.outline;
    }

    private void Read()
    {
        char command = '\0';
        while (SkipSeparators())
        {
            if (char.IsAsciiLetter(data[position]))
            {
                command = data[position++];
            }
            else if (command is '\0' or 'Z' or 'z')
            {
                throw Malformed();
            }

            Execute(command);
            lastCommand = char.ToUpperInvariant(command);
            // Further pairs behind a move are lines.
            command = command switch { 'M' => 'L', 'm' => 'l', _ => command };
        }
    }

    private void Execute(char command)
    {
        bool relative = char.IsLower(command);
        (double X, double Y) origin = relative ? current : (0, 0);
        switch (char.ToUpperInvariant(command))
        {
            case 'M':
                current = start = Point(origin);
                Emit(outline.Move, current);
                break;
            case 'L':
                LineTo(Point(origin));
                break;
            case 'H':
                LineTo((origin.X + Number(), current.Y));
                break;
            case 'V':
                LineTo((current.X, origin.Y + Number()));
                break;
            case 'C':
                CurveTo(Point(origin), Point(origin), Point(origin));
                break;
            case 'S':
                CurveTo(lastCommand is 'C' or 'S' ? Mirrored() : current, Point(origin), Point(origin));
                break;
            case 'Q':
                QuadraticTo(Point(origin), Point(origin));
                break;
            case 'T':
                QuadraticTo(lastCommand is 'Q' or 'T' ? Mirrored() : current, Point(origin));
                break;
            case 'A':
                ArcTo(Number(), Number(), Number(), Flag(), Flag(), Point(origin));
                break;
            case 'Z':
                outline.Close();
                current = start;
                break;
            default:
                throw Malformed();
        }
    }

    private void LineTo((double X, double Y) end)
    {
        Emit(outline.Line, end);
        current = end;
    }

    private void CurveTo((double X, double Y) first, (double X, double Y) second, (double X, double Y) end)
    {
        (double x1, double y1) = matrix.Apply(first.X, first.Y);
        (double x2, double y2) = matrix.Apply(second.X, second.Y);
        (double x, double y) = matrix.Apply(end.X, end.Y);
        outline.Curve(x1, y1, x2, y2, x, y);
        (control, current) = (second, end);
    }

    private void QuadraticTo((double X, double Y) middle, (double X, double Y) end)
    {
        CurveTo(
            (current.X + (middle.X - current.X) * 2 / 3, current.Y + (middle.Y - current.Y) * 2 / 3),
            (end.X + (middle.X - end.X) * 2 / 3, end.Y + (middle.Y - end.Y) * 2 / 3),
            end);
        control = middle;
    }

    /// <summary>From end points to centre and angles as SVG 1.1, F.6.5 has it, then one curve for every quarter turn at most.</summary>
    private void ArcTo(double radiusX, double radiusY, double rotation, bool large, bool sweep, (double X, double Y) end)
    {
        (radiusX, radiusY) = (Math.Abs(radiusX), Math.Abs(radiusY));
        if (radiusX == 0 || radiusY == 0 || end == current)
        {
            LineTo(end);
            return;
        }

        (double sine, double cosine) = Math.SinCos(rotation * Math.PI / 180);
        double halfX = (current.X - end.X) / 2, halfY = (current.Y - end.Y) / 2;
        double x = cosine * halfX + sine * halfY, y = cosine * halfY - sine * halfX;
        double excess = x * x / (radiusX * radiusX) + y * y / (radiusY * radiusY);
        if (excess > 1)
        {
            (radiusX, radiusY) = (radiusX * Math.Sqrt(excess), radiusY * Math.Sqrt(excess));
            excess = 1;
        }

        double factor = Math.Sqrt((1 - excess) / excess) * (large == sweep ? -1 : 1);
        double centreX = factor * radiusX * y / radiusY, centreY = -factor * radiusY * x / radiusX;
        double from = Math.Atan2((y - centreY) / radiusY, (x - centreX) / radiusX);
        double turn = Math.Atan2((-y - centreY) / radiusY, (-x - centreX) / radiusX) - from;
        turn += sweep && turn < 0 ? 2 * Math.PI : !sweep && turn > 0 ? -2 * Math.PI : 0;
        double middleX = (current.X + end.X) / 2, middleY = (current.Y + end.Y) / 2;
        int pieces = Math.Max(1, (int)Math.Ceiling(Math.Abs(turn) / (Math.PI / 2) - 1e-9));
        double step = turn / pieces, reach = 4.0 / 3 * Math.Tan(step / 4);
        for (int i = 0; i < pieces; i++)
        {
            double a = from + i * step, b = a + step;
            CurveTo(
                OnArc(Math.Cos(a) - reach * Math.Sin(a), Math.Sin(a) + reach * Math.Cos(a)),
                OnArc(Math.Cos(b) + reach * Math.Sin(b), Math.Sin(b) - reach * Math.Cos(b)),
                i == pieces - 1 ? end : OnArc(Math.Cos(b), Math.Sin(b)));
        }

        (double X, double Y) OnArc(double unitX, double unitY)
        {
            double onX = radiusX * unitX + centreX, onY = radiusY * unitY + centreY;
            return (cosine * onX - sine * onY + middleX, sine * onX + cosine * onY + middleY);
        }
    }

    private void Emit(Action<double, double> step, (double X, double Y) point)
    {
        (double x, double y) = matrix.Apply(point.X, point.Y);
        step(x, y);
    }

    private (double X, double Y) Mirrored() => control is { } last ? (2 * current.X - last.X, 2 * current.Y - last.Y) : current;

    private (double X, double Y) Point((double X, double Y) origin)
    {
        double x = Number();
        return (origin.X + x, origin.Y + Number());
    }

    private bool Flag()
    {
        SkipSeparators();
        return position < data.Length && data[position] is '0' or '1' ? data[position++] == '1' : throw Malformed();
    }

    private double Number()
    {
        SkipSeparators();
        int from = position;
        position += position < data.Length && data[position] is '+' or '-' ? 1 : 0;
        SkipDigits();
        if (position < data.Length && data[position] == '.')
        {
            position++;
            SkipDigits();
        }

        if (position + 1 < data.Length && data[position] is 'e' or 'E' && (char.IsAsciiDigit(data[position + 1]) || data[position + 1] is '+' or '-'))
        {
            position += 2;
            SkipDigits();
        }

        return double.TryParse(data.AsSpan(from, position - from), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : throw Malformed();
    }

    private void SkipDigits()
    {
        while (position < data.Length && char.IsAsciiDigit(data[position]))
        {
            position++;
        }
    }

    private bool SkipSeparators()
    {
        while (position < data.Length && (char.IsWhiteSpace(data[position]) || data[position] == ','))
        {
            position++;
        }

        return position < data.Length;
    }

    private InvalidDataException Malformed() => new($"Ein Pfad der SVG-Datei ist an Stelle {position + 1} nicht lesbar.");
}
