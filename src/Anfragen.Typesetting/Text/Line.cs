namespace Anfragen.Typesetting.Text;

/// <summary>A piece of a line within one span; <paramref name="X"/> counts from the start of the line.</summary>
internal readonly record struct LineSegment(double X, double Width, string Text, int Span);

/// <summary>A finished line; the width leaves out a trailing space.</summary>
internal sealed record Line(IReadOnlyList<LineSegment> Segments, double Width);
