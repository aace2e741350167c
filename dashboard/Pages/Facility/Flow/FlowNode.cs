using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Pages.Facility.Flow;

/// <summary>One stage of the energy flow.</summary>
/// <param name="Key">Of its own within the flow.</param>
/// <param name="Role">Role of its meters; <see cref="MeterRole.None"/> for the site and for differences.</param>
/// <param name="Meters">Names of its meters; empty for the site and for differences.</param>
/// <param name="Column">From the left, 0 on.</param>
/// <param name="From">Key of the node before it; null at the left.</param>
/// <param name="Missing">Intervals of its meters that nobody knows.</param>
/// <param name="Intervals">Intervals of its meters.</param>
public sealed record FlowNode(
    string Key, FlowKind Kind, MeterRole Role, ImmutableArray<string> Meters, Energy Energy, int Column, string? From, int Missing, int Intervals);
