namespace Anfragen.Application;

/// <summary>The person lacks the permission that a use case names.</summary>
public sealed class Forbidden() : Exception("The permission is missing.");
