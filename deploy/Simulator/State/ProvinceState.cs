using DcOps.Simulator.Faults;

namespace DcOps.Simulator.State;

/// <summary>What must survive a restart of the simulator: the true energies, and what faults left behind.</summary>
/// <param name="Starts">How often a simulator has started on this state.</param>
/// <param name="At">The instant up to which the energies are.</param>
/// <param name="Faults">Those that stand.</param>
public sealed record ProvinceState(
    ulong Seed,
    int Facilities,
    int Racks,
    int Starts,
    DateTimeOffset At,
    ImmutableArray<SiteState> Sites,
    ImmutableArray<DeviceState> Devices,
    ImmutableArray<Fault> Faults);
