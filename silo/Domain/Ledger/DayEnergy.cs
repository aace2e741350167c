using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Ledger;

/// <summary>Running energy of the current local day.</summary>
/// <param name="From">Local midnight, UTC.</param>
/// <param name="To">The next one.</param>
[GenerateSerializer, Immutable, Alias("DayEnergy")]
public readonly record struct DayEnergy(
    [property: Id(0)] DateTimeOffset From, [property: Id(1)] DateTimeOffset To, [property: Id(2)] long WattHours)
{
    /// <summary>The day after a piece of energy; one of an earlier day changes nothing, one of a later day begins it.</summary>
    public DayEnergy Plus(DateTimeOffset pieceFrom, long wattHours)
    {
        if (pieceFrom < From)
            return this;
        if (pieceFrom < To)
            return this with { WattHours = WattHours + wattHours };

        var day = BusinessCalendar.Shanghai.DayOf(pieceFrom);
        return new(day.From, day.To, wattHours);
    }

    /// <summary>Null when nothing of the day that holds <paramref name="now"/> is known.</summary>
    public Energy? AsOf(DateTimeOffset now) => now >= From && now < To ? new Energy(WattHours) : null;
}
