using System.Runtime.InteropServices;
using DcOps.Domain.Alarms;
using DcOps.Domain.History;
using DcOps.Domain.Quality;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Racks;

/// <summary>A room: owner of its racks' states and of what was folded of each collector. One writer, no clock.</summary>
public sealed class RoomState
{
    /// <summary>Age up to which a value counts as live: three missed intervals of the usual poll.</summary>
    public static readonly TimeSpan UsualPromisedAge = TimeSpan.FromSeconds(45);

    readonly RackState[] _racks;
    readonly Dictionary<string, RackState> _byPath;
    readonly FoldScratch _scratch = new();
    readonly FoldedSequences _sequences;
    readonly RoomEnergy _energy;
    DateTimeOffset _nextForgetAt;

    RoomState(Room room, RoomImage? image, TimeSpan promisedAge)
    {
        Room = room;
        Version = image?.Version ?? 0;
        var images = image?.Racks.ToDictionary(rack => rack.Rack) ?? [];
        _racks = [.. room.Racks.Select((rack, index) => new RackState(rack, promisedAge, images.GetValueOrDefault(rack.Id), _scratch) { Index = index })];
        _scratch.Quality = new(_racks.Length, image?.Quality ?? []);
        _byPath = _racks.ToDictionary(rack => rack.Rack.Id.Value, StringComparer.Ordinal);
        RestoreRecords(image);
        _sequences = new(image?.Sequences ?? []);
        _energy = new(_racks.Length, image?.Quarters ?? [], image?.Minutes ?? []);
    }

    public Room Room { get; }

    /// <summary>Of the newest report; grows across restarts, for it never lags behind the clock of the reports.</summary>
    public long Version { get; private set; }

    /// <summary>Whether something was folded since the last <see cref="Save"/>.</summary>
    public bool IsDirty { get; private set; }

    public static RoomState New(Room room) => new(room, null, UsualPromisedAge);

    public static RoomState New(Room room, TimeSpan promisedAge) => new(room, null, promisedAge);

    /// <summary>The state as saved. Racks added to the inventory since begin empty; racks taken out of it are let go.</summary>
    public static RoomState Restore(Room room, RoomImage image) => new(room, image, UsualPromisedAge);

    public static RoomState Restore(Room room, RoomImage image, TimeSpan promisedAge) => new(room, image, promisedAge);

    /// <summary>Highest sequence of the collector folded; 0 when there is none.</summary>
    public long FoldedThrough(string collector) => _sequences.Last(collector);

    /// <summary>Folds one batch; one that is not above its collector's last sequence changes nothing.</summary>
    public FoldOutcome Fold(ReadingBatch batch, DateTimeOffset receivedAt)
    {
        _scratch.Taken.Clear();
        if (!_sequences.TryAdvance(batch))
            return FoldOutcome.AlreadyFolded;

        IsDirty = true;
        if (!_byPath.TryGetValue(batch.Location.Path, out var rack))
            return new(false, true, default, Energy.Zero);

        if (batch.Lane == ReadingLane.Ahead)
            return new(false, false, rack.Show(batch.Readings.AsSpan(), receivedAt), Energy.Zero);

        if (batch.Lane == ReadingLane.Historical)
            return new(false, false, rack.Recall(batch.Readings.AsSpan(), receivedAt), Energy.Zero);

        var counts = rack.Fold(batch.Readings.AsSpan(), batch.Registers, receivedAt);
        _energy.Add(_scratch, receivedAt);
        return new(false, false, counts, new Energy(_scratch.Pieces.TakeBeyond()));
    }

    /// <summary>Readings of the last batch that were new, in their order; what <see cref="Fold"/> passed over is not among them. Until the next fold.</summary>
    public ReadOnlySpan<Reading> Taken => CollectionsMarshal.AsSpan(_scratch.Taken);

    /// <summary>Rows that are due since the last call; a row replaces an earlier one of the same rack and minute.</summary>
    public HistoryBatch TakeRows(DateTimeOffset now)
    {
        if (now >= _nextForgetAt)
            Forget(now);

        var rows = ImmutableArray.CreateBuilder<RackMinute>();
        foreach (var rack in _racks)
            rack.TakeRows(now, rows);
        return rows.Count == 0 ? HistoryBatch.Empty : new(rows.DrainToImmutable(), [], []);
    }

    public RoomReport Report(DateTimeOffset now)
    {
        Version = Math.Max(Version + 1, now.ToUnixTimeMilliseconds());
        var tally = new RoomTally();
        foreach (var rack in _racks)
            tally.Add(rack.Vitals(now), rack.IsMetered);
        return new(
            Room.Id, Version, now, tally.ItPower, tally.Live, tally.Stale, tally.NeverSeen, tally.InWarning, tally.Critical,
            tally.HottestInlet, _energy.Intervals(now), _energy.Minutes(), tally.Metered);
    }

    /// <summary>Null when the rack is not in this room.</summary>
    public RackSnapshot? Rack(RackId id, DateTimeOffset now) =>
        _byPath.TryGetValue(id.Value, out var rack) ? rack.Snapshot(now) : null;

    /// <summary>In the order of the inventory.</summary>
    public ImmutableArray<RackSummary> Racks(DateTimeOffset now)
    {
        var summaries = ImmutableArray.CreateBuilder<RackSummary>(_racks.Length);
        foreach (var rack in _racks)
            summaries.Add(rack.Summary(now));
        return summaries.MoveToImmutable();
    }

    /// <summary>Every rack as a cell of the map, in the order of the inventory.</summary>
    /// <param name="worst">The most urgent alarm of a rack that asks for attention, by the path of its location.</param>
    public ImmutableArray<byte> Cells(DateTimeOffset now, IReadOnlyDictionary<string, AlarmPriority> worst)
    {
        var cells = new byte[_racks.Length];
        for (var index = 0; index < cells.Length; index++)
        {
            var (rack, vitals) = (_racks[index].Rack, _racks[index].Vitals(now));
            Ratio? load = vitals.Power is { } power && rack.ProvisionedPower > Power.Zero ? power / rack.ProvisionedPower : null;
            cells[index] = RackCell.Of(
                vitals.Freshness, vitals.Condition, worst.TryGetValue(rack.Id.Value, out var priority) ? priority : null, load);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(cells);
    }

    /// <summary>What was counted of the racks' points, and what about them is suspicious.</summary>
    public RoomQualityReport Quality(DateTimeOffset now) => PointSurvey.Of(Room.Id, _racks, _scratch.Quality!.Save(), now);

    /// <summary>Everything that must survive, as of now; what follows does not change it.</summary>
    public RoomImage Save()
    {
        IsDirty = false;
        return new(
            Room.Id, Version, [.. _racks.Select(rack => rack.Save())], _energy.SaveQuarters(), _energy.SaveMinutes(),
            _sequences.Save())
        {
            Quality = _scratch.Quality!.Save(),
            LastRecords = _scratch.Quality.SaveRecords(),
        };
    }

    /// <summary>Racks may have been added to the inventory since, or taken out of it.</summary>
    void RestoreRecords(RoomImage? image)
    {
        if (image is null || image.LastRecords.IsDefaultOrEmpty)
            return;

        var classes = image.LastRecords.Length / image.Racks.Length;
        foreach (var (place, saved) in image.Racks.Index())
        {
            if (_byPath.TryGetValue(saved.Rack.Value, out var rack))
                _scratch.Quality!.RestoreRecords(rack.Index, image.LastRecords.AsSpan(place * classes, classes));
        }
    }

    void Forget(DateTimeOffset now)
    {
        foreach (var rack in _racks)
            rack.Forget(now - PointTable.OldestBackfill);
        _nextForgetAt = now + TimeSpan.FromHours(1);
    }
}
