using System.Text.Json.Serialization;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Ledger.Archive;

/// <summary>What the meters of a closed month gave to it.</summary>
/// <param name="Meters">By name.</param>
public sealed record MonthEvidence(BusinessPeriod Period, ImmutableArray<MeterPart> Meters)
{
    /// <summary>Of the month that it belongs to.</summary>
    [JsonIgnore]
    public int Revision { get; init; }
}
