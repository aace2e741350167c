using System.Globalization;
using System.Text;
using DcOps.Domain.Csv;
using DcOps.Domain.Topology;
using DcOps.Simulator.Layout;
using DcOps.Simulator.Model;

namespace DcOps.Simulator.Faults;

/// <summary>Everything that was broken in this run, standing or over. Any thread may ask.</summary>
/// <param name="path">File that is written anew with every change; null for none.</param>
public sealed class FaultJournal(ProvinceModel province, string? path)
{
    /// <summary>Name of the table in the simulator's folder.</summary>
    public const string File = "what-broke.csv";

    readonly Lock _gate = new();
    readonly Dictionary<int, BrokenThing> _things = [];

    /// <summary>Oldest first.</summary>
    public ImmutableArray<BrokenThing> All
    {
        get
        {
            lock (_gate)
                return [.. _things.Values.OrderBy(thing => thing.Fault)];
        }
    }

    public void Note(Fault fault)
    {
        lock (_gate)
        {
            _things[fault.Id] = Of(fault);
            Write();
        }
    }

    public void End(Fault fault, DateTimeOffset at)
    {
        lock (_gate)
        {
            _things[fault.Id] = Of(fault) with { Until = at };
            Write();
        }
    }

    BrokenThing Of(Fault fault)
    {
        var request = fault.Request;
        var facility = FacilityId.Parse(request.Target.Split('/')[0]);
        var (node, racks) = Reach(request, province.Find(facility)!);
        return new(fault.Id, request.Kind, facility.Value, node, fault.From, fault.IsStanding ? fault.Until : fault.From, [.. racks]);
    }

    static (string Node, IEnumerable<string> Racks) Reach(FaultRequest request, FacilityModel site)
    {
        var all = site.Plan.Racks.Select(rack => rack.Id.Value).ToList();
        var row = site.Rows.FirstOrDefault(candidate => candidate.Path == request.Target);
        var place = request.Target[site.Plan.Id.Value.Length..].TrimStart('/');
        return request.Kind switch
        {
            FaultKind.Trip when row is not null => (ChainNames.BreakerOf(row, request.Feed is Feed.B ? 'b' : 'a'), row.Racks.Select(rack => all[rack])),
            FaultKind.Trip => (ChainNames.DeviceOf(place, $"pdu-{(request.Feed is Feed.B ? 'b' : 'a')}"), [request.Target]),
            FaultKind.Cooling => (row!.CrahName, row.Racks.Select(rack => all[rack])),
            FaultKind.Wan => (ChainNames.Router, all),
            FaultKind.Battery => (ChainNames.Ups, all),
            FaultKind.Leak or FaultKind.Pump => (request.Device!, all.Where(rack => ChainNames.CdusOf(RackId.Parse(rack).Room).Contains(request.Device!))),
            _ => (ChainNames.DeviceOf(place, request.Device!), place.Length == 0 ? [] : [request.Target]),
        };
    }

    void Write()
    {
        if (path is null)
            return;

        var table = new StringBuilder();
        CsvText.AppendLine(table, "fault", "kind", "facility", "node", "from", "until", "racks");
        foreach (var thing in _things.Values.OrderBy(thing => thing.Fault))
        {
            CsvText.AppendLine(
                table, thing.Fault.ToString(CultureInfo.InvariantCulture), thing.Kind.ToString().ToLowerInvariant(), thing.Facility, thing.Node,
                thing.From.ToString("O", CultureInfo.InvariantCulture), thing.Until?.ToString("O", CultureInfo.InvariantCulture) ?? "",
                string.Join(';', thing.Racks));
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var fresh = $"{path}.new";
        System.IO.File.WriteAllText(fresh, table.ToString());
        System.IO.File.Move(fresh, path, overwrite: true);
    }
}
