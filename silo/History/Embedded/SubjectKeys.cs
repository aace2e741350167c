using System.Collections.Concurrent;
using DcOps.Domain.Topology;
using DuckDB.NET.Data;

namespace DcOps.History.Embedded;

/// <summary>
/// Numbers that stand for ids in the rows. A rack's number begins with its facility's, so that rows sorted by rack are
/// sorted by facility too. Known to readers only once the row that introduces it is committed.
/// </summary>
sealed class SubjectKeys
{
    const int RackBits = 32;

    readonly ConcurrentDictionary<FacilityId, int> _facilities = new();
    readonly ConcurrentDictionary<RackId, long> _racks = new();
    readonly Dictionary<int, int> _racksOf = [];
    readonly Dictionary<FacilityId, int> _newFacilities = [];
    readonly Dictionary<RackId, long> _newRacks = [];
    int _lastFacility;

    SubjectKeys()
    {
    }

    public static SubjectKeys Read(DuckDBConnection connection)
    {
        var keys = new SubjectKeys();
        foreach (var (id, key) in connection.Rows("SELECT id, key FROM facility", row => (row.GetString(0), row.GetInt32(1))))
            keys.Know(FacilityId.Parse(id), key);
        foreach (var (id, key) in connection.Rows("SELECT id, key FROM rack", row => (row.GetString(0), row.GetInt64(1))))
            keys.Know(RackId.Parse(id), key);
        return keys;
    }

    /// <summary>Below the number of every rack of the facility, and above those of the facilities before.</summary>
    public static long FirstRackOf(int facility) => (long)facility << RackBits;

    /// <returns>Null when the store has no row of it.</returns>
    public int? Find(FacilityId facility) => _facilities.TryGetValue(facility, out var key) ? key : null;

    /// <returns>Null when the store has no row of it.</returns>
    public long? Find(RackId rack) => _racks.TryGetValue(rack, out var key) ? key : null;

    /// <summary>For the writer, inside its transaction.</summary>
    public int Of(FacilityId facility)
    {
        if (_facilities.TryGetValue(facility, out var key) || _newFacilities.TryGetValue(facility, out key))
            return key;

        key = _lastFacility + _newFacilities.Count + 1;
        _newFacilities.Add(facility, key);
        return key;
    }

    /// <summary>For the writer, inside its transaction.</summary>
    public long Of(RackId rack)
    {
        if (_racks.TryGetValue(rack, out var key) || _newRacks.TryGetValue(rack, out key))
            return key;

        var facility = Of(rack.Facility);
        var ordinal = _racksOf.GetValueOrDefault(facility) + 1;
        _racksOf[facility] = ordinal;
        key = FirstRackOf(facility) + ordinal;
        _newRacks.Add(rack, key);
        return key;
    }

    /// <summary>Writes the numbers given since the last commit; belongs into the transaction of the rows that use them.</summary>
    public void Save(DuckDBConnection connection)
    {
        if (_newFacilities.Count > 0)
        {
            using var facilities = connection.CreateAppender("facility");
            foreach (var (id, key) in _newFacilities)
                facilities.CreateRow().AppendValue(key).AppendValue(id.Value).EndRow();
        }

        if (_newRacks.Count > 0)
        {
            using var racks = connection.CreateAppender("rack");
            foreach (var (id, key) in _newRacks)
                racks.CreateRow().AppendValue(key).AppendValue(id.Value).EndRow();
        }
    }

    public void Committed()
    {
        foreach (var (id, key) in _newFacilities)
            Know(id, key);
        foreach (var (id, key) in _newRacks)
            Know(id, key);
        Forget();
    }

    /// <summary>The transaction failed: its numbers were never given. Ordinals of racks are not given again, which costs nothing.</summary>
    public void Forget()
    {
        _newFacilities.Clear();
        _newRacks.Clear();
    }

    void Know(FacilityId id, int key)
    {
        _facilities[id] = key;
        _lastFacility = Math.Max(_lastFacility, key);
    }

    void Know(RackId id, long key)
    {
        _racks[id] = key;
        var facility = (int)(key >> RackBits);
        _racksOf[facility] = Math.Max(_racksOf.GetValueOrDefault(facility), (int)key);
    }
}
