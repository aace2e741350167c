using DcOps.Domain.Topology;
using DcOps.Simulator.Agents;
using DcOps.Simulator.Computing;
using DcOps.Simulator.Layout;
using DcOps.Simulator.Options;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Sites;

/// <summary>
/// The configuration that a real site of this shape would have, as an object tree in the words of the file. Nothing in it
/// says that the devices are played.
/// </summary>
public static class SiteDocument
{
    const string Broker = "site";
    const string Community = "site";
    const string Secured = "site-secured";

    // The profile counts the first temperature, humidity and dew point sensor of a Vertiv monitor as 101.
    const int InletSensor = 101;

    static object Province => new { Id = "JS", Name = new Designation("江苏省", "Jiangsu") };

    static IEnumerable<object> Cities => JiangsuCities.All.Select(entry => new
    {
        Code = entry.City.Code.Value,
        entry.City.Name,
        entry.City.Column,
        entry.City.Row,
    });

    // Criteria that an authority could set; they list what is poor by today's limits.
    static object LowEfficiency => new { PueAbove = 1.4, OccupancyBelow = 0.5, StandardRacksBelow = 100, YearsFrom = 8, TraitsToList = 2 };

    /// <summary>
    /// Of sites whose devices are polled; <see cref="SiteDeclarations.File"/>, <see cref="SiteMeters.File"/> and <see cref="ChainTable.File"/> stand
    /// beside it, the tables of compute in <see cref="ComputeOf.Folder"/>.
    /// </summary>
    public static object Of(ProvincePlan plan, AgentKeys keys, int snmpPort, BrokerAddress broker) => new
    {
        Province,
        Cities,
        Facilities = plan.Facilities.Select(Facility),
        Ledger = new { Meters = SiteMeters.File, Facilities = SiteDeclarations.File, LowEfficiency },
        Alarms = new { Chain = ChainTable.File },
        Planning = new { Tables = ComputeOf.Folder, DailyJobs = true },
        Snmp = new
        {
            Interval = "00:00:10",
            Timeout = "00:00:02",
            Retries = 1,
            Credentials = Credentials(keys),
            Devices = plan.Facilities.SelectMany(facility => facility.Devices).Select(device => Device(device, snmpPort)),
        },
        Mqtt = new
        {
            Brokers = new[] { new { Name = Broker, Address = broker.ToString() } },
            Sparkplug = plan.Facilities.Where(facility => facility.SpeaksSparkplug)
                .Select(facility => new { Broker, Groups = new[] { facility.Id.Value } }),
        },
    };

    /// <summary>Of sites that are known by their readings alone; their declarations and meters stand beside it.</summary>
    /// <param name="meters">Name of the meters' table.</param>
    public static object WithoutDevices(ProvincePlan plan, string meters) => new
    {
        Province,
        Cities,
        Facilities = plan.Facilities.Select(Facility),
        Ledger = new { Meters = meters, Facilities = SiteDeclarations.File, LowEfficiency },
    };

    static object Facility(FacilityPlan facility) => new
    {
        Id = facility.Id.Value,
        City = facility.City.City.Code.Value,
        facility.Name,
        ItCapacityKilowatts = facility.ItCapacity.Kilowatts,
        Rooms = facility.Rooms.Select(room => new
        {
            Id = room.Id.RoomCode,
            room.Name,
            Racks = room.Racks.Select(rack => new { Id = rack.Id.RackCode, ProvisionedKilowatts = rack.Provisioned.Kilowatts }),
        }),
        Boundary = facility.Meters.Select(meter => new { Device = meter.Name, Role = MeterKinds.RoleOf(meter.Kind) })
            .Concat(facility.Rooms.Where(_ => facility.Kind == SiteKind.AiTraining).SelectMany(room => ChainNames.CdusOf(room.Id))
                .Select(cdu => new { Device = cdu, Role = MeterRole.CoolantPumps })),
    };

    static Dictionary<string, object> Credentials(AgentKeys keys) => new(StringComparer.Ordinal)
    {
        [Community] = new { Version = "v2c", Community = $"text:{keys.Community}" },
        [Secured] = new
        {
            Version = "v3",
            keys.User,
            Authentication = "sha256",
            AuthenticationPassword = $"text:{keys.AuthenticationPassword}",
            Privacy = "aes128",
            PrivacyPassword = $"text:{keys.PrivacyPassword}",
        },
    };

    static Dictionary<string, object> Device(SnmpDevicePlan device, int port)
    {
        var entry = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["name"] = device.Name,
            ["location"] = device.Location.Path,
            ["address"] = $"{device.Address}:{port}",
            ["credentials"] = device.IsSecured ? Secured : Community,
            ["profile"] = Profile(device.Kind),
            ["ratedKilowatts"] = device.Rated.Kilowatts,
        };
        if (device.Feed is { } feed)
            entry["feed"] = feed;
        if (device.Kind == SnmpDeviceKind.AirSensor)
            entry["inletSensors"] = new[] { InletSensor };
        return entry;
    }

    static string Profile(SnmpDeviceKind kind) => kind switch
    {
        SnmpDeviceKind.ApcPdu => "apc-rpdu2",
        SnmpDeviceKind.Ups => "rfc1628-ups",
        SnmpDeviceKind.Cdu => "liebert-gp",
        SnmpDeviceKind.VertivPdu or SnmpDeviceKind.AirSensor => "vertiv-geist-imd",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "is not an SNMP device kind"),
    };
}
