using System.Globalization;
using System.Text;
using DcOps.Domain.Csv;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Units;
using DcOps.Simulator.Layout;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Sites;

/// <summary>
/// What needs what in the played sites, as an operator would declare it: from the grid over transformer, switchboard, UPS, panel
/// and breaker to the rack's two PDUs; chiller, air handlers and coolant units; switches, gateway, router and collector.
/// </summary>
public sealed class ChainTable
{
    public const string File = "chain.csv";

    static readonly string[] Columns =
    [
        "facility", "id", "class", "name", "location", "device", "part", "phase", "powered-by", "cooled-by", "reports-through",
        "rated-kilowatts", "rated-amperes", "derating",
    ];

    readonly StringBuilder _text = new();
    readonly FacilityPlan _site;
    readonly ImmutableArray<RowPlan> _rows;

    ChainTable(FacilityPlan site) => (_site, _rows) = (site, RowPlan.Of(site));

    public static string Of(ProvincePlan plan)
    {
        var head = new StringBuilder();
        CsvText.AppendLine(head, Columns.AsSpan());
        return $"{head}{string.Concat(plan.Facilities.Select(site => new ChainTable(site).Rows()))}";
    }

    string Rows()
    {
        Plant();
        Network();
        foreach (var row in _rows.GroupBy(row => row.Room))
        {
            foreach (var feed in "ab")
            {
                var panel = RowPlan.PanelName(row.Key, feed);
                Add(panel, EquipmentClass.Panel, device: Read(panel), poweredBy: ChainNames.Ups, reportsThrough: Through(panel));
                foreach (var each in row)
                    Breaker(each, feed, panel);
            }

            foreach (var each in row)
            {
                Add(each.CrahName, EquipmentClass.CoolingUnit, device: each.CrahName, poweredBy: ChainNames.Switchboard,
                    cooledBy: ChainNames.Chiller, reportsThrough: ChainNames.Gateway);
            }
        }

        foreach (var row in _rows)
            Racks(row);
        foreach (var device in _site.Devices.Where(device => device.Kind is not (SnmpDeviceKind.Ups or SnmpDeviceKind.Cdu)))
            Device(device);
        return _text.ToString();
    }

    void Plant()
    {
        foreach (var meter in _site.Meters)
        {
            var (kind, number) = (meter.Kind, meter.Name[(meter.Name.LastIndexOf('-') + 1)..]);
            Add(meter.Name, kind == MeterKind.Utility ? EquipmentClass.UtilityFeed : EquipmentClass.Meter, device: meter.Name,
                reportsThrough: ChainNames.Gateway, rated: meter.Rated);
            if (kind == MeterKind.Utility)
                Add($"transformer-{number}", EquipmentClass.Transformer, poweredBy: meter.Name, rated: meter.Rated);
        }

        var transformers = _site.Meters.Where(meter => meter.Kind == MeterKind.Utility).Select(meter => meter.Name.Replace("utility", "transformer", StringComparison.Ordinal));
        Add(ChainNames.Switchboard, EquipmentClass.Switchboard, poweredBy: string.Join(';', transformers));
        Add(ChainNames.Ups, EquipmentClass.Ups, device: ChainNames.Ups, poweredBy: ChainNames.Switchboard, reportsThrough: ChainNames.Router,
            rated: _site.Devices.First(device => device.Kind == SnmpDeviceKind.Ups).Rated);
        Add(ChainNames.Chiller, EquipmentClass.Chiller, poweredBy: ChainNames.Switchboard);
        Add("weather", EquipmentClass.Sensor, device: "weather", reportsThrough: ChainNames.Gateway);
        foreach (var room in _site.Rooms.Where(_ => _site.Kind == SiteKind.AiTraining))
        {
            foreach (var cdu in ChainNames.CdusOf(room.Id))
            {
                Add(cdu, EquipmentClass.CoolingUnit, device: cdu, poweredBy: ChainNames.Switchboard, cooledBy: ChainNames.Chiller,
                    reportsThrough: cdu == ChainNames.CduOf(room.Id) ? ChainNames.Gateway : ChainNames.SwitchOf(room.Id));
            }
        }
    }

    // It has a supply of its own, which nobody reads: what the UPS says must not hang on the UPS.
    void Network()
    {
        Add(ChainNames.Router, EquipmentClass.NetworkSwitch);
        Add(ChainNames.Gateway, EquipmentClass.Gateway, reportsThrough: ChainNames.Router);
        foreach (var room in _site.Rooms)
            Add(ChainNames.SwitchOf(room.Id), EquipmentClass.NetworkSwitch, reportsThrough: ChainNames.Router);
    }

    void Breaker(RowPlan row, char feed, string panel) => Add(
        ChainNames.BreakerOf(row, feed), EquipmentClass.Breaker, device: Read(panel),
        part: Read(panel).Length > 0 ? string.Create(CultureInfo.InvariantCulture, $"{KebabCase.Of(PartKind.Breaker)}-{row.Breaker}") : "",
        poweredBy: panel, reportsThrough: Through(panel), amperes: row.BreakerAmperes, derating: RowPlan.Derating);

    void Racks(RowPlan row)
    {
        var racks = _site.Racks.ToList();
        foreach (var rack in row.Racks.Select(number => racks[number]))
        {
            var id = ChainNames.RackOf(rack.Id);
            var cooledBy = _site.Kind == SiteKind.AiTraining ? $"{row.CrahName};{string.Join(';', ChainNames.CdusOf(row.Room))}" : row.CrahName;
            Add(id, EquipmentClass.Rack, rack.Id.Value, poweredBy: $"{id}/pdu-a;{id}/pdu-b", cooledBy: cooledBy, rated: rack.Provisioned);
            if (_site.Kind == SiteKind.AiTraining)
            {
                Add($"{id}/coolant", EquipmentClass.Sensor, rack.Id.Value, "coolant", cooledBy: string.Join(';', ChainNames.CdusOf(row.Room)),
                    reportsThrough: ChainNames.Gateway);
            }
        }
    }

    void Device(SnmpDevicePlan device)
    {
        var rack = device.Location.Rack!.Value;
        var row = _rows.First(candidate => candidate.Room == rack.Room && candidate.Letter == rack.RackCode[0]);
        Add($"{ChainNames.RackOf(rack)}/{device.Name}",
            device.Feed is null ? EquipmentClass.Sensor : EquipmentClass.RackPdu, rack.Value, device.Name,
            poweredBy: device.Feed is { } feed ? ChainNames.BreakerOf(row, feed) : "",
            // What a sensor at the inlet feels is what the row's handler does.
            cooledBy: device.Feed is null ? row.CrahName : "", reportsThrough: ChainNames.SwitchOf(rack.Room),
            rated: device.Feed is null ? null : device.Rated);
    }

    // The panels of a site that speaks Sparkplug stand in the chain and are read by nobody.
    string Read(string panel) => _site.SpeaksSparkplug ? "" : panel;

    string Through(string panel) => Read(panel).Length > 0 ? ChainNames.Gateway : "";

    void Add(
        string id, EquipmentClass kind, string location = "", string device = "", string part = "", string poweredBy = "",
        string cooledBy = "", string reportsThrough = "", Power? rated = null, double? amperes = null, double? derating = null) => CsvText.AppendLine(
            _text, _site.Id.Value, id, KebabCase.Of(kind), "", location, device, part, "", poweredBy, cooledBy, reportsThrough,
            Number(rated?.Kilowatts), Number(amperes), Number(derating));

    static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
