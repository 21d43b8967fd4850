namespace Anfragen.Typesetting.Graphics;

/// <summary>One kind of step along an outline, with as many points as it needs.</summary>
internal enum PathStep
{
    /// <summary>Begins a part at a point.</summary>
    Move,

    /// <summary>A straight line to a point.</summary>
    Line,

    /// <summary>A cubic Bézier curve: two control points and the end.</summary>
    Curve,

    /// <summary>Back to where the part began; no point.</summary>
    Close,
}

/// <summary>An outline of lines and curves.</summary>
internal sealed class PathOutline
{
    private readonly List<PathStep> steps = [];
    private readonly List<(double X, double Y)> points = [];

    public IReadOnlyList<PathStep> Steps => steps;

    public IReadOnlyList<(double X, double Y)> Points => points;

    public void Move(double x, double y) => Add(PathStep.Move, (x, y));

    public void Line(double x, double y) => Add(PathStep.Line, (x, y));

    public void Curve(double x1, double y1, double x2, double y2, double x, double y) => Add(PathStep.Curve, (x1, y1), (x2, y2), (x, y));

    public void Close() => Add(PathStep.Close);

    public void Rectangle(double x, double y, double width, double height)
    {
        Move(x, y);
        Line(x + width, y);
        Line(x + width, y + height);
        Line(x, y + height);
        Close();
    }

    private void Add(PathStep step, params ReadOnlySpan<(double X, double Y)> along)
    {
        steps.Add(step);
        points.AddRange(along);
    }
}

/// <summary>An area in one colour.</summary>
/// <param name="Outline">Where it ends.</param>
/// <param name="Color">RGB.</param>
/// <param name="EvenOdd">By which rule parts inside of parts are holes.</param>
internal sealed record FilledPath(PathOutline Outline, int Color, bool EvenOdd);
