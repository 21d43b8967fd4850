using System.Collections;
using System.Collections.Concurrent;
using System.Data;
using System.Globalization;
using System.Text.Json;
using Anfragen.Domain;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Anfragen.Infrastructure.Database;

/// <summary>
/// How a C# type is stored, in SQLite / PostgreSQL: Guid and typed ids as lower-case TEXT / uuid, instants as UTC TEXT of one width /
/// timestamptz, both cut to milliseconds, DateOnly as TEXT / date, bool as 0 and 1 / boolean, enums by name as TEXT / text, texts,
/// numbers and bytes as they are; a list of these as JSON text / array, for <see cref="Dialect.OneOf"/>.
/// Decided by the kind of parameter, because one process may use both databases.
/// </summary>
internal sealed class ColumnType
{
    public const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    public const string DayFormat = "yyyy-MM-dd";

    private static readonly ConcurrentDictionary<Type, ColumnType> Known = new();

    private readonly NpgsqlDbType _postgreSqlType;
    private readonly Func<object, object> _toPostgreSql;
    private readonly Func<object, object> _toSqlite;

    private ColumnType(NpgsqlDbType postgreSqlType, Func<object, object> toPostgreSql, Func<object, object> toSqlite)
    {
        _postgreSqlType = postgreSqlType;
        _toPostgreSql = toPostgreSql;
        _toSqlite = toSqlite;
    }

    /// <summary>Sets value and type. The declared type matters for null: PostgreSQL does not compare a date with a null of no type.</summary>
    public static void Write(IDbDataParameter parameter, Type declared, object? value)
    {
        if (declared == typeof(object) && value is not null) declared = value.GetType();
        var column = Of(declared);
        switch (parameter)
        {
            case NpgsqlParameter postgreSql:
                postgreSql.NpgsqlDbType = column._postgreSqlType;
                postgreSql.Value = value is null ? DBNull.Value : column._toPostgreSql(value);
                break;
            case SqliteParameter sqlite:
                sqlite.Value = value is null ? DBNull.Value : column._toSqlite(value);
                break;
            default:
                throw new NotSupportedException($"Parameters of {parameter.GetType()} are not known.");
        }
    }

    public static DateTimeOffset CutToMilliseconds(DateTimeOffset instant)
    {
        var utc = instant.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMillisecond));
    }

    /// <summary>An instant as SQLite keeps it; the order of the texts is that of the instants.</summary>
    public static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);

    private static ColumnType Of(Type type) => Known.GetOrAdd(Nullable.GetUnderlyingType(type) ?? type, Make);

    private static ColumnType Make(Type type)
    {
        if (type == typeof(string)) return Same(NpgsqlDbType.Text);
        if (type == typeof(int)) return Same(NpgsqlDbType.Integer);
        if (type == typeof(long)) return Same(NpgsqlDbType.Bigint);
        if (type == typeof(double)) return Same(NpgsqlDbType.Double);
        if (type == typeof(byte[])) return Same(NpgsqlDbType.Bytea);
        if (type == typeof(bool)) return new(NpgsqlDbType.Boolean, value => value, value => (bool)value ? 1L : 0L);
        if (type == typeof(Guid)) return Uuid(value => (Guid)value);
        if (type == typeof(DateOnly)) return new(NpgsqlDbType.Date, value => value, value => ((DateOnly)value).ToString(DayFormat, CultureInfo.InvariantCulture));
        if (type == typeof(DateTimeOffset)) return new(NpgsqlDbType.TimestampTz, value => CutToMilliseconds((DateTimeOffset)value), value => Text((DateTimeOffset)value));
        if (type.IsEnum) return new(NpgsqlDbType.Text, value => NameOf(type, value), value => NameOf(type, value));
        if (IsId(type)) return Uuid(Reader(type));
        if (ElementOf(type) is { } element) return List(element);
        throw new NotSupportedException($"{type} cannot be a parameter: an instant is a DateTimeOffset, a day a DateOnly; a list must say of what.");
    }

    public static bool IsId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IId<>));

    private static ColumnType Same(NpgsqlDbType type) => new(type, value => value, value => value);

    private static ColumnType Uuid(Func<object, Guid> read) => new(NpgsqlDbType.Uuid, value => read(value), value => read(value).ToString("D"));

    private static ColumnType List(Type element)
    {
        var column = Of(element);
        return new(
            NpgsqlDbType.Array | column._postgreSqlType,
            list => TypedArray([.. ((IEnumerable)list).Cast<object>().Select(column._toPostgreSql)], element),
            list => JsonSerializer.Serialize(((IEnumerable)list).Cast<object>().Select(column._toSqlite)));
    }

    // Npgsql writes arrays only of the type their elements have, also when there are none.
    private static Array TypedArray(object[] values, Type declared)
    {
        var element = declared.IsEnum ? typeof(string) : IsId(declared) ? typeof(Guid) : declared;
        var array = Array.CreateInstance(element, values.Length);
        values.CopyTo(array, 0);
        return array;
    }

    private static Type? ElementOf(Type type) => type.GetInterfaces().Append(type)
        .FirstOrDefault(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    private static string NameOf(Type type, object value) =>
        Enum.GetName(type, value) ?? throw new ArgumentOutOfRangeException(type.Name, value, "A value without a name cannot be read again.");

    private static Func<object, Guid> Reader(Type id) => typeof(ColumnType)
        .GetMethod(nameof(ValueOf), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
        .MakeGenericMethod(id).CreateDelegate<Func<object, Guid>>();

    private static Guid ValueOf<TId>(object id) where TId : struct, IId<TId> => ((TId)id).Value;
}
