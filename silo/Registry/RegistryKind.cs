namespace DcOps.Registry;

/// <summary>Which database keeps the registry.</summary>
public enum RegistryKind
{
    /// <summary>SQLite in one file of the data folder.</summary>
    Embedded = 0,

    PostgreSql = 1,
}
