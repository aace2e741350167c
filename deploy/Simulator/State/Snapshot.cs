using DcOps.Domain.Topology;
using DcOps.Simulator.Devices;
using DcOps.Simulator.Faults;
using DcOps.Simulator.Model;

namespace DcOps.Simulator.State;

/// <summary>Takes the state of a running province, and puts one back.</summary>
public sealed class Snapshot(ProvinceModel province, DeviceCatalog devices, FaultBoard faults)
{
    readonly Dictionary<SimulatedDevice, DeviceState> _asLaidOut = devices.All.ToDictionary(device => device, Of);

    /// <summary>Called between two steps, so that the energies of all sites are of one instant.</summary>
    public ProvinceState Take(int starts) => new(
        province.Plan.Seed,
        province.Plan.Size.Facilities,
        province.Plan.Size.Racks,
        starts,
        province.Now,
        [.. province.Facilities.Select(site => new SiteState(site.Plan.Id.Value, site.Energy, site.Feeds.Copy()) { CoolantUnits = site.CoolantMillijoules })],
        [.. devices.All.Where(device => Of(device) != _asLaidOut[device]).Select(Of)],
        faults.Standing);

    /// <exception cref="StateMismatchException">The state is of another province.</exception>
    public void Restore(ProvinceState state)
    {
        var (seed, size) = (province.Plan.Seed, province.Plan.Size);
        if (state.Seed != seed || state.Facilities != size.Facilities || state.Racks != size.Racks)
        {
            throw new StateMismatchException(
                $"The data folder holds a province of seed {state.Seed}, {state.Facilities} facilities and {state.Racks} racks, "
                + $"not of seed {seed}, {size.Facilities} and {size.Racks}; name another --data or remove the folder.");
        }

        foreach (var site in state.Sites)
            province.Find(FacilityId.Parse(site.Id))!.Restore(site.Energy, site.Feeds, site.CoolantUnits);
        foreach (var device in state.Devices)
            Put(device);
        faults.Restore(state.Faults);
        province.ContinueFrom(state.At);
    }

    static DeviceState Of(SimulatedDevice device) => new(
        device.Location.Path,
        device.Name,
        device.StartedAt,
        device.Exchanges,
        device.Register?.OffsetMillijoules,
        device.RegisterResetAt);

    void Put(DeviceState state)
    {
        if (!devices.TryGet(Location.Parse(state.Location), state.Name, out var device))
            return;

        device.StartedAt = state.StartedAt;
        device.Exchanges = state.Exchanges;
        device.RegisterResetAt = state.RegisterResetAt;
        if (state.OffsetMillijoules is { } offset)
            device.Register!.OffsetMillijoules = offset;
    }
}
