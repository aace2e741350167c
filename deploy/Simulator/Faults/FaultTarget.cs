using DcOps.Domain.Topology;
using DcOps.Simulator.Devices;
using DcOps.Simulator.Model;

namespace DcOps.Simulator.Faults;

/// <summary>Finds in the province what a request names.</summary>
public sealed class FaultTarget(ProvinceModel province, DeviceCatalog devices)
{
    /// <exception cref="FaultRefusedException">There is no such device.</exception>
    public SimulatedDevice Device(FaultRequest request)
    {
        if (request.Device is not { Length: > 0 } name)
            throw new FaultRefusedException($"A {Name(request)} fault needs a device, as in: {Name(request)} NJ-01/R01/A01 pdu-a.");

        return Location.TryParse(request.Target, out var location) && devices.TryGet(location, name, out var device)
            ? device
            : throw new FaultRefusedException($"There is no device '{name}' at '{request.Target}'.");
    }

    /// <exception cref="FaultRefusedException">The device has no register, or none that wraps.</exception>
    public SimulatedDevice Metered(FaultRequest request)
    {
        var device = Device(request);
        if (device.Register is not { } register)
            throw new FaultRefusedException($"'{device.Name}' at '{request.Target}' has no energy register.");

        return request.Kind == FaultKind.Wrap && register.Form.ModulusCounts is null
            ? throw new FaultRefusedException($"The register of '{device.Name}' at '{request.Target}' counts up for ever; Vertiv's rack PDUs (government and edge sites) wrap.")
            : device;
    }

    /// <exception cref="FaultRefusedException">There is no such device, or it cools with no liquid.</exception>
    public CduDevice Cdu(FaultRequest request) => Device(request) as CduDevice
        ?? throw new FaultRefusedException($"'{request.Device}' at '{request.Target}' is no coolant distribution unit; those are named cdu-r01, at AI sites.");

    /// <exception cref="FaultRefusedException">There is no such device, or it measures no air.</exception>
    public AirSensorDevice AirSensor(FaultRequest request) => Device(request) as AirSensorDevice
        ?? throw new FaultRefusedException($"'{request.Device}' at '{request.Target}' is no air sensor; those are named env, in every tenth rack.");

    /// <summary>The air of a row.</summary>
    /// <exception cref="FaultRefusedException">There is no such row.</exception>
    public Aisle Aisle(FaultRequest request) =>
        province.Facilities.SelectMany(site => site.Aisles).FirstOrDefault(aisle => aisle.Row.Path == request.Target)
            ?? throw new FaultRefusedException($"There is no row '{request.Target}'; a row is written NJ-01/R01/A.");

    /// <exception cref="FaultRefusedException">There is no such facility.</exception>
    public FacilityModel Facility(FaultRequest request) =>
        FacilityId.TryParse(request.Target, out var id) && province.Find(id) is { } site
            ? site
            : throw new FaultRefusedException($"There is no facility '{request.Target}'.");

    /// <summary>Numbers of the racks of a row, or of a single rack.</summary>
    /// <exception cref="FaultRefusedException">There is no such row.</exception>
    public (FacilityModel Site, ImmutableArray<int> Racks) Row(FaultRequest request)
    {
        var parts = request.Target.Split('/');
        if (parts.Length == 3 && FacilityId.TryParse(parts[0], out var id) && province.Find(id) is { } site)
        {
            var racks = site.Plan.Racks.Index()
                .Where(entry => entry.Item.Id.Room.RoomCode == parts[1]
                    && (entry.Item.Id.RackCode == parts[2] || (parts[2].Length == 1 && entry.Item.Row == parts[2][0])))
                .Select(entry => entry.Index)
                .ToImmutableArray();
            if (racks.Length > 0)
                return (site, racks);
        }

        throw new FaultRefusedException($"There is no row or rack '{request.Target}'; a row is written NJ-01/R01/A.");
    }

    static string Name(FaultRequest request) => request.Kind.ToString().ToLowerInvariant();
}
