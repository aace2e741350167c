using System.ComponentModel.DataAnnotations;
using DcOps.Collectors.Pipeline.Delivery;

namespace DcOps.Collectors.Pipeline.Configuration;

/// <summary>Section <c>collector</c>: what every protocol shares. It may be absent beside a silo in the same process.</summary>
public sealed class CollectorSection
{
    public const string Section = "collector";

    /// <summary>Stable name of this collector, unique in the province: batches are told apart by it for ever. Absent: the host's own.</summary>
    [RegularExpression(@"(?!.*\.ahead$)[a-z0-9][a-z0-9.-]{0,63}", ErrorMessage = "must be small letters, digits, dots and hyphens, not ending in .ahead.")]
    public string? Name { get; init; }

    /// <summary>Where the silo is; absent when it is in the same process.</summary>
    public IngestSection? Ingest { get; init; }

    /// <summary>
    /// Present: what is read is what the province says, and this file has no sections for it. Needs <see cref="Ingest"/>.
    /// </summary>
    public FromProvinceSection? FromProvince { get; init; }

    public OutboxSection Outbox { get; init; } = new();

    public DeliveryOptions Delivery { get; init; } = new();

    /// <summary>Folder of the device profiles; the one beside the program when absent.</summary>
    public string? Profiles { get; init; }
}
