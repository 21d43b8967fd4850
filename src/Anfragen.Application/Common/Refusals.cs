namespace Anfragen.Application;

/// <summary>There is no such thing, or the person may not see it: the same answer for both.</summary>
public sealed class NotFound() : Exception("Das gibt es hier nicht.");

/// <summary>No role of the person carries the permission.</summary>
public sealed class Forbidden(Permission permission) : Exception("Dafür fehlt Ihnen die Berechtigung.")
{
    public Permission Permission { get; } = permission;
}
