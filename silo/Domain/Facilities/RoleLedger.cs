using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Facilities;

/// <summary>Energy of one role of a facility: intervals that can be restated, the last minutes, and the running day.</summary>
sealed class RoleLedger
{
    /// <summary>How long single minutes can be asked for; the interval around them stays.</summary>
    public static readonly TimeSpan MinutesKept = TimeSpan.FromMinutes(35);

    // One interval more than the window in which pieces arrive, so that none is let go while it may still grow.
    static readonly TimeSpan QuartersKept = EnergyPieces.QuarterWindow + IntervalGrid.Quarter + IntervalGrid.Quarter;

    public RoleLedger(MeterRole role, int expected)
    {
        Role = role;
        Expected = expected;
        Quarters = new();
        Minutes = new();
    }

    public RoleLedger(RoleImage image, int expected)
    {
        Role = image.Role;
        Expected = expected;
        Quarters = new(image.Quarters);
        Minutes = new(image.Minutes);
        Today = image.Today;
    }

    public MeterRole Role { get; }

    /// <summary>Meters that the boundary declares for the role; racks for the IT input.</summary>
    public int Expected { get; }

    public EnergySlots Quarters { get; }

    public EnergySlots Minutes { get; }

    public DayEnergy Today { get; private set; }

    /// <summary>Adds what one meter completed.</summary>
    public void Add(EnergyPieces pieces)
    {
        foreach (var piece in pieces.Quarters)
            Add(Quarters, piece, pieces.ReceivedAt);
        foreach (var piece in pieces.Minutes)
        {
            Today = Today.Plus(piece.From, piece.WattHours);
            if (piece.From >= pieces.ReceivedAt - MinutesKept)
                Add(Minutes, piece, pieces.ReceivedAt);
        }

        Trim(pieces.ReceivedAt);
    }

    public void Trim(DateTimeOffset now)
    {
        Quarters.Trim(now - QuartersKept);
        Minutes.Trim(now - MinutesKept);
    }

    public RoleImage Save() => new(Role, Quarters.Save(), Minutes.Save(), Today);

    void Add(EnergySlots slots, in IntervalPiece piece, DateTimeOffset at) => slots.Put(
        slots.GetOrEmpty(piece.From, Expected).Plus(piece.WattHours, piece.EstimatedWattHours, piece.Quality, at));
}
