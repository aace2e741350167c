using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>What a row of one kind holds; what is absent here is the column's.</summary>
sealed class KindEntry
{
    public required Quantity Quantity { get; init; }

    public string? Unit { get; init; }

    public double? Scale { get; init; }

    /// <summary>Part and number, as in <c>phase-1</c>, when the kind and not the index says which; or the part alone, when the index numbers it.</summary>
    public string? Part { get; init; }

    public CodeMap? States { get; init; }

    /// <inheritdoc cref="PointEntry.Flags"/>
    public bool? Flags { get; init; }

    public double[]? Limits { get; init; }

    public RegisterEntry? Register { get; init; }
}
