using System.ComponentModel.DataAnnotations;

namespace DcOps.Collectors.Pipeline.Configuration;

/// <summary>How a collector takes its inventory, devices, profiles and schedule from the province.</summary>
public sealed class FromProvinceSection
{
    /// <summary>How often it asks for a newer one.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", "01:00:00")]
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Facilities that it may be told to read: a configuration that names another is refused. Empty: any.</summary>
    public ImmutableArray<string> Facilities { get; init; } = [];
}
