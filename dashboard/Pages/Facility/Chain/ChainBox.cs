using DcOps.Domain.Alarms;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Pages.Facility.Chain;

/// <summary>One piece of equipment as the page draws it.</summary>
/// <param name="Needs">Ids of what it gets power or cooling from, of those that are drawn.</param>
/// <param name="Power">As it is read now; null when nothing reads it.</param>
/// <param name="Load">As it says itself, or power over rating; null when neither is known.</param>
/// <param name="Racks">Racks that suffer if it fails.</param>
/// <param name="Worst">Of the standing alarms of itself and of what is not drawn below it; null when there is none.</param>
/// <param name="Column">From the left, 0 on: how many stages lie before it.</param>
public sealed record ChainBox(
    ChainNode Node, ImmutableArray<(string Id, Dependency Kind)> Needs, Power? Power, Ratio? Load, int Racks, AlarmPriority? Worst, int Alarms, int Column);
