using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Anfragen.Domain;
using Dapper;

namespace Anfragen.Infrastructure.Database;

/// <summary>
/// Teaches Dapper to read what <see cref="ColumnType"/> writes, from either database. Numbers and texts have handlers too: SQLite
/// knows only 64-bit integers, and with a handler a positional record may declare an <c>int</c>.
/// Enums need none: within a record Dapper reads them from their name.
/// </summary>
public static class TypeHandlers
{
    private static readonly Lock Registering = new();
    private static readonly HashSet<Assembly> Registered = [];

    /// <summary>For every typed id of the domain and of the assemblies given; may be called any number of times.</summary>
    public static void Register(params IEnumerable<Assembly> alsoIdsIn)
    {
        lock (Registering)
        {
            if (Registered.Add(typeof(IId<>).Assembly)) RegisterBasics();
            foreach (var assembly in alsoIdsIn.Where(Registered.Add)) RegisterIds(assembly);
        }
    }

    /// <summary>Makes a result of the row the reader stands on. Dapper takes a single enum for a number; within a record it does not.</summary>
    internal static Func<DbDataReader, object?> RowParser(Type type, DbDataReader reader)
    {
        var single = Nullable.GetUnderlyingType(type) ?? type;
        return single.IsEnum
            ? (Func<DbDataReader, object?>)(row => row.IsDBNull(0) ? null : Enum.Parse(single, row.GetString(0)))
            : reader.GetRowParser(type);
    }

    private static void RegisterBasics()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        Handle(typeof(string), value => (string)value);
        Handle(typeof(int), value => Convert.ToInt32(value, CultureInfo.InvariantCulture));
        Handle(typeof(long), value => Convert.ToInt64(value, CultureInfo.InvariantCulture));
        Handle(typeof(bool), value => Convert.ToBoolean(value, CultureInfo.InvariantCulture));
        Handle(typeof(Guid), value => ToGuid(value));
        Handle(typeof(DateOnly), ToDay);
        Handle(typeof(DateTimeOffset), ToInstant);
        RegisterIds(typeof(IId<>).Assembly);
    }

    private static void RegisterIds(Assembly assembly)
    {
        var handleId = typeof(TypeHandlers).GetMethod(nameof(HandleId), BindingFlags.NonPublic | BindingFlags.Static)!;
        foreach (var id in assembly.GetTypes().Where(ColumnType.IsId)) handleId.MakeGenericMethod(id).Invoke(null, null);
    }

    private static void HandleId<TId>() where TId : struct, IId<TId> => Handle(typeof(TId), value => TId.From(ToGuid(value)));

    private static void Handle(Type type, Func<object, object> read)
    {
        // Dapper asks its own map first, so the type has to leave it.
        SqlMapper.RemoveTypeMap(type);
        if (type.IsValueType) SqlMapper.RemoveTypeMap(typeof(Nullable<>).MakeGenericType(type));
        SqlMapper.AddTypeHandler(type, new Handler(type, read));
    }

    private static Guid ToGuid(object value) => value is Guid guid ? guid : Guid.ParseExact((string)value, "D");

    private static object ToDay(object value) => value switch
    {
        DateOnly day => day,
        DateTime midnight => DateOnly.FromDateTime(midnight),
        _ => DateOnly.ParseExact((string)value, ColumnType.DayFormat, CultureInfo.InvariantCulture),
    };

    private static object ToInstant(object value) => value is DateTime utc
        ? new DateTimeOffset(utc)
        : DateTimeOffset.ParseExact((string)value, ColumnType.InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private sealed class Handler(Type type, Func<object, object> read) : SqlMapper.ITypeHandler
    {
        public object? Parse(Type destinationType, object value) => value is null or DBNull ? null : read(value);

        public void SetValue(IDbDataParameter parameter, object value) => ColumnType.Write(parameter, type, value is DBNull ? null : value);
    }
}
