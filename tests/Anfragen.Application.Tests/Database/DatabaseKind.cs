namespace Anfragen.Application.Tests.Database;

/// <summary>The databases on which every test of this project runs.</summary>
public enum DatabaseKind { Sqlite, PostgreSql }
