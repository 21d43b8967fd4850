namespace Anfragen.Infrastructure.Council;

/// <summary>Validity of dated rows, with <c>@today</c>.</summary>
internal static class Today
{
    public const string IsValid = "(valid_from IS NULL OR valid_from <= @today) AND (valid_to IS NULL OR valid_to >= @today)";
}
