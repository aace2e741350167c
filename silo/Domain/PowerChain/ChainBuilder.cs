using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.PowerChain;

/// <summary>Turns rows into a graph, or says what is wrong with each.</summary>
static class ChainBuilder
{
    /// <summary>Null when something was refused.</summary>
    /// <param name="refuse">Takes the row's index, the key as JSON spells it (empty: the row as a whole), and the reason.</param>
    public static DependencyGraph? Build(IReadOnlyList<ChainRow> rows, Action<int, string, string> refuse)
    {
        var faults = 0;
        var places = new Dictionary<(string Facility, string Id), int>();
        var addresses = new Dictionary<EquipmentAddress, int>();
        var nodes = new ChainNode?[rows.Count];
        for (var index = 0; index < rows.Count; index++)
        {
            if (!places.TryAdd((rows[index].Facility, rows[index].Id), index))
                Refuse(index, "id", $"'{rows[index].Id}' is there twice in {rows[index].Facility}; an id is its own.");
            nodes[index] = Node(rows[index], (key, reason) => Refuse(index, key, reason));
            if (nodes[index]?.Address is { } address && !addresses.TryAdd(address, index))
                Refuse(index, "device", $"{address} is {rows[addresses[address]].Id} already; a point belongs to one node.");
        }

        var edges = new List<ChainEdge>();
        for (var index = 0; index < rows.Count; index++)
        {
            Connect(index, rows[index].PoweredBy, "poweredBy", Dependency.Power);
            Connect(index, rows[index].CooledBy, "cooledBy", Dependency.Cooling);
            Connect(index, rows[index].ReportsThrough, "reportsThrough", Dependency.Data);
        }

        if (faults == 0 && ChainCycle.Find(rows.Count, edges) is { IsEmpty: false } cycle)
        {
            Refuse(
                cycle[0], "", $"needs itself: {string.Join(" ← ", cycle.Select(place => rows[place].Id))} ← {rows[cycle[0]].Id}.");
        }

        return faults > 0 ? null : new([.. nodes.Select(node => node!)], [.. edges]);

        void Refuse(int row, string key, string reason)
        {
            faults++;
            refuse(row, key, reason);
        }

        void Connect(int index, ImmutableArray<string> needed, string key, Dependency kind)
        {
            foreach (var id in needed)
            {
                if (!places.TryGetValue((rows[index].Facility, id), out var from))
                    Refuse(index, key, $"names '{id}', which is no node of {rows[index].Facility}.");
                else if (ChainOrder.Fault(rows[from].Class, rows[index].Class, kind) is { } reason)
                    Refuse(index, key, $"names '{id}': {reason}");
                else
                    edges.Add(new(from, index, kind));
            }
        }
    }

    static ChainNode? Node(ChainRow row, Action<string, string> refuse)
    {
        var isFaulty = false;
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(row, new ValidationContext(row), results, validateAllProperties: true);
        foreach (var result in results)
            Refuse(JsonNamingPolicy.CamelCase.ConvertName(result.MemberNames.FirstOrDefault() ?? ""), result.ErrorMessage!);

        if (!FacilityId.TryParse(row.Facility, out var facility))
            Refuse("facility", $"'{row.Facility}' is not a facility id.");
        var location = default(Location);
        if (!isFaulty && !Location.TryParse(row.Location ?? row.Facility, out location))
            Refuse("location", $"'{row.Location}' is not a location: facility/room/rack for a rack, facility for its plant.");
        else if (!isFaulty && location.Facility != facility)
            Refuse("location", $"'{row.Location}' lies in another facility than {facility}.");
        var (part, number) = (PartKind.Total, (ushort)0);
        if (row.Part is { } text && !TryPart(text, out part, out number))
            Refuse("part", $"'{text}' is not a part of the form kind-number, as in breaker-12.");
        if (isFaulty)
            return null;

        EquipmentAddress? address = row.Class == EquipmentClass.Rack ? new(location, "", PartKind.Total, 0)
            : row.Device is { } device ? new(location, device, part, number)
            : null;
        return new(
            row.Id, facility, new(row.Name ?? row.Id, row.Name ?? row.Id), row.Phase ?? "", address,
            new(row.Class, row.RatedKilowatts is { } kilowatts ? Power.FromKilowatts(kilowatts) : null, row.RatedAmperes, row.Derating));

        void Refuse(string key, string reason)
        {
            isFaulty = true;
            refuse(key, reason);
        }
    }

    static bool TryPart(string text, out PartKind part, out ushort number)
    {
        (part, number) = (default, 0);
        var hyphen = text.LastIndexOf('-');
        return hyphen > 0 && KebabCase.TryParse(text[..hyphen], out part)
            && ushort.TryParse(text.AsSpan(hyphen + 1), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
