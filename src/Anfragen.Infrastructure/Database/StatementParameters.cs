using System.Collections.Concurrent;
using System.Data.Common;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Anfragen.Infrastructure.Database;

/// <summary>
/// Gives a statement the values for its <c>@names</c> from the properties of an object. <c>@inquiry_id</c> takes <c>InquiryId</c>,
/// as columns do when reading; properties the statement does not name are left aside.
/// </summary>
internal static partial class StatementParameters
{
    private static readonly ConcurrentDictionary<(string Sql, Type? Source), IReadOnlyList<Binding>> Known = new();

    public static void Bind(DbCommand command, object? parameters)
    {
        foreach (var (name, property) in Known.GetOrAdd((command.CommandText, parameters?.GetType()), key => Bindings(key.Sql, key.Source)))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            ColumnType.Write(parameter, property.PropertyType, property.GetValue(parameters));
            command.Parameters.Add(parameter);
        }
    }

    private static IReadOnlyList<Binding> Bindings(string sql, Type? source)
    {
        var properties = source?.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .ToDictionary(property => Plain(property.Name), StringComparer.OrdinalIgnoreCase) ?? [];

        return [.. Name().Matches(sql)
            .Select(match => match.Groups["name"])
            .Where(name => name.Success)
            .Select(name => name.Value)
            .Distinct(StringComparer.Ordinal)
            .Select(name => new Binding(name, properties.GetValueOrDefault(Plain(name))
                ?? throw new InvalidOperationException($"The statement names @{name}, for which {source?.Name ?? "nothing"} has no property:\n{sql}")))];
    }

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal);

    // Texts and comments come first, so that an @ within them is passed over; @> and @@ are operators of PostgreSQL.
    [GeneratedRegex(@"'[^']*'|--[^\n]*|(?<!@)@(?<name>[A-Za-z]\w*)")]
    private static partial Regex Name();

    private sealed record Binding(string Name, PropertyInfo Property);
}
