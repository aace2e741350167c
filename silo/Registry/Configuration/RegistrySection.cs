using System.ComponentModel.DataAnnotations;
using DcOps.Domain.Configuration;

namespace DcOps.Registry.Configuration;

/// <summary>Section <c>registry</c> of the configuration. Without it, the registry is embedded in the data folder.</summary>
sealed record RegistrySection
{
    public const string Name = "registry";

    [EnumDataType(typeof(RegistryKind))]
    public RegistryKind Kind { get; init; } = RegistryKind.Embedded;

    /// <summary>PostgreSQL: as in <c>Host=db;Database=dcops;Username=dcops;Password=…</c>, best from a file or the environment.</summary>
    public Secret? Connection { get; init; }

    /// <summary>The rules that span keys.</summary>
    public void RefuseContradictions(ConfigurationDocument document)
    {
        if (Kind == RegistryKind.Embedded && Connection is not null)
            document.Refuse($"{Name}.connection", "belongs to kind \"postgre-sql\".");
        if (Kind == RegistryKind.PostgreSql && Connection is null)
            document.Refuse($"{Name}.connection", "is missing; kind \"postgre-sql\" needs it.");
    }
}
