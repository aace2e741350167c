using DcOps.Domain.Ledger;

namespace DcOps.Domain.Metering;

/// <summary>
/// Cuts a meter's spans at the boundaries of one interval length. The meter's running total is rounded once at each
/// boundary, so the pieces of any stretch add up to the difference of its ends, whatever lies below a watt-hour.
/// An interval is told only when both its boundaries and all between are known.
/// </summary>
/// <param name="IsOpen">Whether the start of the current interval and everything since is known.</param>
/// <param name="StartTicks">Start of the current interval, UTC ticks; meaningful while open.</param>
/// <param name="Measured">Measured running total at the start, Wh.</param>
/// <param name="Estimated">Estimated running total at the start, Wh.</param>
/// <param name="StartIsExact">Whether readings stood close to the start boundary.</param>
/// <param name="HasEstimate">Whether an estimate reached into the current interval.</param>
[GenerateSerializer, Immutable, Alias("IntervalCursor")]
public readonly record struct IntervalCursor(
    [property: Id(0)] bool IsOpen,
    [property: Id(1)] long StartTicks,
    [property: Id(2)] long Measured,
    [property: Id(3)] long Estimated,
    [property: Id(4)] bool StartIsExact,
    [property: Id(5)] bool HasEstimate)
{
    /// <summary>
    /// The cursor after a span that begins where the last one ended.
    /// </summary>
    /// <param name="measured">Measured running total where the span begins, Wh.</param>
    /// <param name="estimated">Estimated running total where the span begins, Wh.</param>
    /// <param name="cut">Interval length, tolerance, and the oldest interval still wanted.</param>
    /// <param name="pieces">Receives every interval that the span completes, oldest first.</param>
    /// <param name="beyond">Energy of the whole intervals before the oldest wanted one, Wh.</param>
    public IntervalCursor Advance(
        in RegisterSpan span, double measured, double estimated, in IntervalCut cut, List<IntervalPiece> pieces, out long beyond)
    {
        beyond = 0;
        var from = span.From.UtcTicks;
        var to = span.To.UtcTicks;
        if (span.Basis == SpanBasis.Unknown)
            return AfterUnknown(to, measured, estimated, cut);

        var cursor = !IsOpen && from % cut.Ticks == 0 ? Begin(from, measured, estimated, isExact: true) : this;
        for (var at = FirstBoundary(from, cut, to, out var skips); at <= to; at += cut.Ticks)
        {
            var part = at == to ? span.WattHours : span.WattHours * ((at - from) / (double)(to - from));
            var isExact = at == to || (at - from <= cut.ToleranceTicks && to - at <= cut.ToleranceTicks);
            var next = span.Basis == SpanBasis.Register
                ? Begin(at, measured + part, estimated, isExact)
                : Begin(at, measured, estimated + part, isExact);
            if (cursor.IsOpen && skips)
                beyond += next.Measured - cursor.Measured + next.Estimated - cursor.Estimated;
            else if (cursor.IsOpen)
                pieces.Add(cursor.PieceUntil(next, span.Basis));
            cursor = next;
            skips = false;
        }

        return span.Basis == SpanBasis.Estimate && cursor.StartTicks < to ? cursor with { HasEstimate = true } : cursor;
    }

    static IntervalCursor Begin(long at, double measured, double estimated, bool isExact) =>
        new(true, at, Whole(measured), Whole(estimated), isExact, false);

    static IntervalCursor AfterUnknown(long to, double measured, double estimated, in IntervalCut cut) =>
        to % cut.Ticks == 0 ? Begin(to, measured, estimated, isExact: true) : default;

    static long Whole(double wattHours) => (long)Math.Round(wattHours, MidpointRounding.AwayFromZero);

    // After an absurd gap only the wanted intervals are walked; those before become one sum.
    static long FirstBoundary(long from, in IntervalCut cut, long to, out bool skips)
    {
        var first = from - (from % cut.Ticks) + cut.Ticks;
        var oldest = cut.OldestTicks - (cut.OldestTicks % cut.Ticks);
        var last = to - (to % cut.Ticks);
        skips = first < oldest && first <= last;
        return skips ? Math.Min(oldest, last) : first;
    }

    IntervalPiece PieceUntil(in IntervalCursor next, SpanBasis basis)
    {
        var estimated = next.Estimated - Estimated;
        var quality = basis == SpanBasis.Estimate || HasEstimate ? IntervalQuality.Estimated
            : StartIsExact && next.StartIsExact ? IntervalQuality.Measured
            : IntervalQuality.Interpolated;
        return new(new(StartTicks, TimeSpan.Zero), next.Measured - Measured + estimated, estimated, quality);
    }
}
