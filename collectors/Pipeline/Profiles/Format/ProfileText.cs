using DcOps.Domain.Configuration;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>A profile's file, bound section by section; what is missing or unknown has become a fault of the document.</summary>
sealed class ProfileText(ConfigurationDocument document)
{
    public ConfigurationDocument Document { get; } = document;

    /// <summary>For editors.</summary>
    public string? Schema { get; } = document.Section<string>("$schema");

    public string? Name { get; } = document.Section<string>("name", required: true);

    public string? Title { get; } = document.Section<string>("title", required: true);

    /// <summary>The MIB and revision it was written from.</summary>
    public string? Source { get; } = document.Section<string>("source", required: true);

    /// <summary>Models of one family that differ in nothing but the root of their tree: name to root. Each is a profile of its own.</summary>
    public Dictionary<string, string> Models { get; } = document.Section<Dictionary<string, string>>("models") ?? [];

    public RecogniseEntry? Recognise { get; } = document.Section<RecogniseEntry>("recognise", required: true);

    public MembersEntry Members { get; } = document.Section<MembersEntry>("members") ?? new();

    /// <summary>Other profiles whose objects a device of this family has too; its own come first.</summary>
    public string[] Include { get; } = document.Section<string[]>("include") ?? [];

    public QuirkEntry[] Quirks { get; } = document.Section<QuirkEntry[]>("quirks") ?? [];

    public SerialEntry? Serial { get; } = document.Section<SerialEntry>("serial");

    /// <summary>Plausible values of the family, canonical units: narrower than what is physically possible anywhere.</summary>
    public Dictionary<Quantity, double[]> Limits { get; } = document.Section<Dictionary<Quantity, double[]>>("limits") ?? [];

    public Dictionary<string, Dictionary<string, string>> Enumerations { get; } =
        document.Section<Dictionary<string, Dictionary<string, string>>>("enumerations") ?? [];

    public PointEntry[] Scalars { get; } = document.Section<PointEntry[]>("scalars") ?? [];

    public TableEntry[] Tables { get; } = document.Section<TableEntry[]>("tables") ?? [];
}
