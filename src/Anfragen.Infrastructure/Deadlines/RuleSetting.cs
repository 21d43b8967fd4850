namespace Anfragen.Infrastructure.Deadlines;

/// <summary>The setting that names the rules a city begins with.</summary>
public static class RuleSetting
{
    /// <summary>Its value is a file of <c>templates/rules/</c>, without the ending.</summary>
    public const string Name = "Anfragen:Rules";
}
