namespace DcOps.Domain.Ledger;

/// <summary>What an interval's energy rests on, best first; the worst of several is the greatest.</summary>
public enum IntervalQuality : byte
{
    /// <summary>M: between two register readings around the boundaries, each within one poll interval.</summary>
    Measured = 0,

    /// <summary>I: inside a longer register span; the span's total is exact, its shape is not.</summary>
    Interpolated = 1,

    /// <summary>C: by balance of a parent against its other children.</summary>
    Calculated = 2,

    /// <summary>E: from power samples or history.</summary>
    Estimated = 3,

    /// <summary>X: nothing known; never zero energy.</summary>
    Missing = 4,
}
