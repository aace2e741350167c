using DcOps.Domain.Kpis;

namespace DcOps.Domain.Ledger;

/// <summary>What missing data leaves open of one category over a period, with estimates believed and without.</summary>
/// <param name="Believed">Estimates count as they are.</param>
/// <param name="Strict">Estimates are bounded like gaps.</param>
public sealed record CategoryMeasure(PueCategory Category, CategoryBounds Believed, CategoryBounds Strict)
{
    public CategoryBounds Of(bool isBelieved) => isBelieved ? Believed : Strict;
}
