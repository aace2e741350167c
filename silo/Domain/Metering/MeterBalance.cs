using DcOps.Domain.Ledger;
using DcOps.Domain.Units;

namespace DcOps.Domain.Metering;

/// <summary>A parent meter against its children: what one unread child must have taken (vector M10), and what nobody metered.</summary>
public static class MeterBalance
{
    /// <summary>
    /// Energy of the only child that is not known: parent less its siblings, quality calculated.
    /// Null when the parent is not known, when more or fewer than one child is not, or when the siblings already exceed the parent.
    /// </summary>
    public static (Energy Energy, IntervalQuality Quality)? OfOnlyUnknown(Energy? parent, ReadOnlySpan<Energy?> children)
    {
        if (parent is not { } total || UnknownOf(children) != 1)
            return null;

        var rest = total - SumOf(children);
        return rest < Energy.Zero ? null : (rest, IntervalQuality.Calculated);
    }

    /// <summary>Parent less its children: losses and whatever is not metered. Null while one of them is not known.</summary>
    public static Energy? Residue(Energy? parent, ReadOnlySpan<Energy?> children) =>
        parent is { } total && UnknownOf(children) == 0 ? total - SumOf(children) : null;

    static int UnknownOf(ReadOnlySpan<Energy?> children)
    {
        var unknown = 0;
        foreach (var child in children)
            unknown += child is null ? 1 : 0;
        return unknown;
    }

    static Energy SumOf(ReadOnlySpan<Energy?> children)
    {
        var sum = Energy.Zero;
        foreach (var child in children)
            sum += child ?? Energy.Zero;
        return sum;
    }
}
