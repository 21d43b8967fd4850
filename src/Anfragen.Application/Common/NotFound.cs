namespace Anfragen.Application;

/// <summary>What was asked for is absent, or not to be seen by the person who asks: the two answer alike.</summary>
public sealed class NotFound() : Exception("Absent or not visible.");
