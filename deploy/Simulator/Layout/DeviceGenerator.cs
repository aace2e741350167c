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

    /// <summary>One utility feed, two above 800 kW; the UPS output; the cooling plant.</summary>
    public static IEnumerable<MeterPlan> Meters(Power itCapacity, Power upsRated)
    {
        var site = itCapacity * 2;
        if (itCapacity.Kilowatts < FeedsFromKilowatts)
        {
            yield return new("utility-1", MeterKind.Utility, site, Share: 1);
        }
        else
        {
            yield return new("utility-1", MeterKind.Utility, site, Share: 0.55);
            yield return new("utility-2", MeterKind.Utility, site, Share: 0.45);
        }

        yield return new("ups-output-1", MeterKind.UpsOutput, upsRated, Share: 1);
        yield return new("cooling-1", MeterKind.Cooling, itCapacity, Share: 1);
    }
}
