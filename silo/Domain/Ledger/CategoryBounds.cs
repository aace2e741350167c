using DcOps.Domain.Kpis;
using DcOps.Domain.Quality;
using DcOps.Domain.Units;

namespace DcOps.Domain.Ledger;

/// <summary>Between what both sides of a category's ratio lie over a period, and which meters leave it open.</summary>
/// <param name="Entering">E_DC by electricity.</param>
public sealed record CategoryBounds(EnergyBounds Entering, EnergyBounds It, MeterGaps Gaps)
{
    public static CategoryBounds None { get; } = new(default, default, new(Energy.Zero, Energy.Zero, []));

    public static CategoryBounds operator +(CategoryBounds left, CategoryBounds right) =>
        new(left.Entering + right.Entering, left.It + right.It, left.Gaps + right.Gaps);
}
