using DcOps.Domain.Topology;
using DcOps.Domain.Units;
using DcOps.Simulator.Devices;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Layout;

/// <summary>Which devices stand in a site.</summary>
public static class DeviceGenerator
{
    const int RacksOfSensor = 10;
    const int FeedsFromKilowatts = 800;
    const double ShareOfFirstFeed = 0.55;
    const double HouseOfCapacity = 0.2;

    /// <summary>Two PDUs in each rack, a sensor in every tenth, a UPS card at the plant; where liquid cools, one of each room's two CDUs.</summary>
    public static IEnumerable<SnmpDevicePlan> Devices(
        FacilityId facility, SiteKind kind, ImmutableArray<RoomPlan> rooms, Power upsRated, LoopbackAddresses addresses)
    {
        // A bank's rows do not answer community strings.
        bool IsSecured(RackPlan rack) => kind == SiteKind.Finance && rack.Row == 'A';

        var pdu = kind is SiteKind.Government or SiteKind.Edge ? SnmpDeviceKind.VertivPdu : SnmpDeviceKind.ApcPdu;
        var number = 0;
        foreach (var rack in rooms.SelectMany(room => room.Racks))
        {
            var location = Location.Of(rack.Id);
            foreach (var feed in "ab")
                yield return new($"pdu-{feed}", location, pdu, addresses.Next(), IsSecured(rack), rack.PduRated, feed);
            if (number++ % RacksOfSensor == 0)
                yield return new("env", location, SnmpDeviceKind.AirSensor, addresses.Next(), IsSecured(rack), rack.PduRated, Feed: null);
        }

        yield return new(
            "ups-1", Location.PlantOf(facility), SnmpDeviceKind.Ups, addresses.Next(), kind == SiteKind.Finance, upsRated, Feed: null);
        foreach (var room in rooms.Where(_ => kind == SiteKind.AiTraining))
        {
            yield return new(
                ChainNames.PolledCduOf(room.Id), Location.PlantOf(facility), SnmpDeviceKind.Cdu, addresses.Next(), IsSecured: false,
                CduDevice.PumpsOf(room), Feed: null);
        }
    }

    /// <summary>
    /// One utility feed, two above 800 kW, and below each what it carries: the UPS's input, the cooling plant, the house. What the
    /// UPS gives is counted behind its losses, so it has no meter above it.
    /// </summary>
    public static IEnumerable<MeterPlan> Meters(Power itCapacity, Power upsRated)
    {
        double[] feeds = itCapacity.Kilowatts < FeedsFromKilowatts ? [1] : [ShareOfFirstFeed, 1 - ShareOfFirstFeed];
        for (var feed = 0; feed < feeds.Length; feed++)
        {
            var (number, share) = (feed + 1, feeds[feed]);
            var utility = new MeterPlan($"utility-{number}", MeterKind.Utility, itCapacity * 2, share, Parent: null);
            yield return utility;
            yield return new($"ups-input-{number}", MeterKind.UpsInput, upsRated, share, utility.Name);
            yield return new($"cooling-{number}", MeterKind.Cooling, itCapacity, share, utility.Name);
            yield return new($"house-{number}", MeterKind.House, itCapacity * HouseOfCapacity, share, utility.Name);
        }

        yield return new("ups-output-1", MeterKind.UpsOutput, upsRated, Share: 1, Parent: null);
    }
}
