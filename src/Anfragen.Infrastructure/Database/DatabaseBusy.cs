namespace Anfragen.Infrastructure.Database;

/// <summary>The database stayed occupied although everything was tried again; nothing has been written.</summary>
public sealed class DatabaseBusy(Exception? inner = null) : Exception(
    "Die Datenbank ist gerade stark ausgelastet. Es wurde nichts gespeichert, bitte versuchen Sie es in einem Augenblick noch einmal.", inner);
