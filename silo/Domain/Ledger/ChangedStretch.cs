using DcOps.Domain.Topology;

namespace DcOps.Domain.Ledger;

/// <summary>Between which instants what is known has changed since it was last closed over; nothing while empty.</summary>
public readonly record struct ChangedStretch(DateTimeOffset? From, DateTimeOffset? To)
{
    public ChangedStretch With(DateTimeOffset from, DateTimeOffset to) =>
        new(from < From || From is null ? from : From, to > To || To is null ? to : To);

    /// <summary>Whether a period's figures may have changed: it overlaps the stretch, or draws estimates from it.</summary>
    /// <param name="reach">How far back a period draws its estimates from.</param>
    public bool Touches(BusinessPeriod period, TimeSpan reach) => From < period.To && To > period.From - reach;
}
