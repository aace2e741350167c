using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Units;

namespace DcOps.Domain.Racks;

/// <summary>IT-input energy of a room: the intervals that can still be restated, and the last minutes.</summary>
sealed class RoomEnergy(int racks, ImmutableArray<EnergySlot> quarters, ImmutableArray<EnergySlot> minutes)
{
    static readonly TimeSpan ReportedAlways = TimeSpan.FromHours(24);
    static readonly TimeSpan ReportedAfterChange = TimeSpan.FromHours(1);
    static readonly TimeSpan MinutesKept = TimeSpan.FromMinutes(35);

    // One interval more than the window in which pieces arrive, so that none is let go while it may still grow.
    static readonly TimeSpan QuartersKept = EnergyPieces.QuarterWindow + IntervalGrid.Quarter + IntervalGrid.Quarter;

    readonly EnergySlots _quarters = new(quarters);
    readonly EnergySlots _minutes = new(minutes);
    ImmutableArray<RoomInterval> _closed;
    DateTimeOffset _closedAsOf;

    public void Add(FoldScratch scratch, DateTimeOffset receivedAt)
    {
        if (scratch.RackQuarters.Count > 0)
            _closed = default;
        foreach (var piece in scratch.RackQuarters)
            Add(_quarters, piece, receivedAt);
        foreach (var piece in scratch.RackMinutes)
        {
            if (piece.From >= receivedAt - MinutesKept)
                Add(_minutes, piece, receivedAt);
        }

        scratch.RackQuarters.Clear();
        scratch.RackMinutes.Clear();
        _quarters.Trim(receivedAt - QuartersKept);
        _minutes.Trim(receivedAt - MinutesKept);
    }

    /// <summary>The intervals to report: built again only when one changed, or when a quarter-hour went by.</summary>
    public ImmutableArray<RoomInterval> Intervals(DateTimeOffset now)
    {
        var quarter = IntervalGrid.Floor(now, IntervalGrid.Quarter);
        if (_closed.IsDefault || _closedAsOf != quarter)
            (_closed, _closedAsOf) = (Closed(now), quarter);
        return Open(now) is { } open ? _closed.Add(open) : _closed;
    }

    public ImmutableArray<RoomMinute> Minutes()
    {
        var told = ImmutableArray.CreateBuilder<RoomMinute>(_minutes.Count);
        for (var index = 0; index < _minutes.Count; index++)
        {
            var slot = _minutes[index];
            told.Add(new(slot.From, new Energy(slot.WattHours), new Energy(slot.EstimatedWattHours), slot.Known, slot.Expected));
        }

        return told.MoveToImmutable();
    }

    public ImmutableArray<EnergySlot> SaveQuarters() => _quarters.Save();

    public ImmutableArray<EnergySlot> SaveMinutes() => _minutes.Save();

    ImmutableArray<RoomInterval> Closed(DateTimeOffset now)
    {
        var intervals = ImmutableArray.CreateBuilder<RoomInterval>(_quarters.Count);
        for (var index = 0; index < _quarters.Count; index++)
        {
            var slot = _quarters[index];
            if (slot.From >= now - ReportedAlways || slot.ChangedAt >= now - ReportedAfterChange)
            {
                intervals.Add(new(
                    slot.From, new Energy(slot.WattHours), new Energy(slot.EstimatedWattHours), slot.Quality, slot.Known, slot.Expected));
            }
        }

        return intervals.DrainToImmutable();
    }

    void Add(EnergySlots slots, in IntervalPiece piece, DateTimeOffset receivedAt) => slots.Put(
        slots.GetOrEmpty(piece.From, racks).Plus(piece.WattHours, piece.EstimatedWattHours, piece.Quality, receivedAt));

    /// <summary>The interval that holds <paramref name="now"/>, as far as its minutes are known; complete only when it is over.</summary>
    RoomInterval? Open(DateTimeOffset now)
    {
        var from = IntervalGrid.Floor(now, IntervalGrid.Quarter);
        if (_quarters.TryGet(from, out _))
            return null;

        var open = EnergySlot.Empty(from, racks);
        var first = _minutes.IndexOf(from);
        for (var index = first < 0 ? ~first : first; index < _minutes.Count; index++)
        {
            var minute = _minutes[index];
            open = open.Plus(minute.WattHours, minute.EstimatedWattHours, minute.Quality, minute.ChangedAt);
        }

        return open.Known == 0
            ? null
            : new(from, new Energy(open.WattHours), new Energy(open.EstimatedWattHours), open.Quality, 0, racks);
    }
}
