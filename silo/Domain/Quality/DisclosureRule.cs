namespace DcOps.Domain.Quality;

/// <summary>When a sum over several operators may be published without telling what one of them uses.</summary>
public static class DisclosureRule
{
    public const int FewestOperators = 3;

    /// <summary>No operator may hold more than this percentage of the total.</summary>
    public const int MostOfOnePercent = 70;

    /// <summary>The two largest together must stay below this percentage.</summary>
    public const int BelowOfTwoPercent = 90;

    /// <param name="byOperator">What each contributes, none negative.</param>
    public static bool MayPublish(IReadOnlyCollection<long> byOperator)
    {
        var total = byOperator.Sum();
        if (byOperator.Count < FewestOperators || total <= 0)
            return false;

        var largest = byOperator.OrderDescending().Take(2).ToArray();
        return largest[0] * 100 <= total * MostOfOnePercent && largest.Sum() * 100 < total * BelowOfTwoPercent;
    }

    /// <summary>
    /// Which cells of a published total to hide so that no hidden one follows by subtraction: where exactly one is hidden,
    /// the smallest of the others goes too.
    /// </summary>
    /// <param name="cells">Value by cell, and whether it is already hidden.</param>
    /// <returns>In the order of the cells.</returns>
    public static ImmutableArray<bool> Suppressed(IReadOnlyList<(long Value, bool IsHidden)> cells)
    {
        var hidden = cells.Select(cell => cell.IsHidden).ToArray();
        if (hidden.Count(isHidden => isHidden) == 1 && hidden.Length > 1)
        {
            var second = Enumerable.Range(0, cells.Count).Where(index => !hidden[index]).MinBy(index => cells[index].Value);
            hidden[second] = true;
        }

        return [.. hidden];
    }
}
