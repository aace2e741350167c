using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;

namespace DcOps.Domain.Tests.Metering;

public sealed class IntervalCursorTests
{
    static readonly DateTimeOffset TenOClock = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    [Trait("Vector", "M07")]
    public void Interpolates_a_boundary_between_the_readings_around_it()
    {
        var span = new RegisterSpan(TenOClock.AddMinutes(-2), TenOClock.AddMinutes(3), 10_000, SpanBasis.Register);

        Assert.Equal(1_004_000, 1_000_000 + span.WattHoursUntil(TenOClock));
    }

    [Fact]
    [Trait("Vector", "M08")]
    public void Spreads_a_gap_that_the_register_spans_evenly_and_marks_it_interpolated()
    {
        var span = new RegisterSpan(TenOClock, TenOClock.AddHours(4), 120_000, SpanBasis.Register);

        var pieces = Cut(TimeSpan.FromHours(1), span);

        Assert.Equal([10, 11, 12, 13], pieces.Select(piece => piece.From.Hour));
        Assert.All(pieces, piece => Assert.Equal(30_000, piece.WattHours));
        Assert.All(pieces, piece => Assert.Equal(IntervalQuality.Interpolated, piece.Quality));
    }

    [Fact]
    public void Measures_an_interval_whose_boundaries_have_readings_close_by()
    {
        var pieces = Cut(
            IntervalGrid.Quarter,
            Span(fromMinute: -5, toMinute: 5, wattHours: 1_000),
            Span(fromMinute: 5, toMinute: 12, wattHours: 700),
            Span(fromMinute: 12, toMinute: 20, wattHours: 800));

        Assert.Equal([new(TenOClock, 1_500, 0, IntervalQuality.Measured)], pieces);
    }

    [Fact]
    public void Tells_no_interval_whose_start_it_has_not_seen()
    {
        var pieces = Cut(IntervalGrid.Quarter, Span(fromMinute: 1, toMinute: 16, wattHours: 1_500));

        Assert.Empty(pieces);
    }

    [Fact]
    public void Tells_no_interval_that_holds_something_unknown()
    {
        var pieces = Cut(
            IntervalGrid.Quarter,
            Span(0, 5, 500),
            new RegisterSpan(TenOClock.AddMinutes(5), TenOClock.AddMinutes(6), 0, SpanBasis.Unknown),
            Span(6, 15, 900),
            Span(15, 30, 1_500));

        Assert.Equal([new(TenOClock.AddMinutes(15), 1_500, 0, IntervalQuality.Measured)], pieces);
    }

    [Fact]
    public void Marks_an_interval_that_an_estimate_reaches_into()
    {
        var pieces = Cut(
            IntervalGrid.Quarter,
            Span(0, 10, 1_000),
            new RegisterSpan(TenOClock.AddMinutes(10), TenOClock.AddMinutes(12), 200, SpanBasis.Estimate),
            Span(12, 15, 300),
            Span(15, 30, 1_500));

        Assert.Equal(
            [
                new(TenOClock, 1_500, 200, IntervalQuality.Estimated),
                new(TenOClock.AddMinutes(15), 1_500, 0, IntervalQuality.Measured),
            ],
            pieces);
    }

    [Fact]
    public void Sums_what_lies_before_the_oldest_interval_wanted_instead_of_telling_it()
    {
        var pieces = new List<IntervalPiece>();
        var span = new RegisterSpan(TenOClock, TenOClock.AddDays(400), 400 * 96 * 10, SpanBasis.Register);
        var cut = IntervalCut.Of(IntervalGrid.Quarter, TenOClock.AddDays(399));

        default(IntervalCursor).Advance(span, 0, 0, cut, pieces, out var beyond);

        Assert.Equal(96, pieces.Count);
        Assert.Equal(399 * 96 * 10, beyond);
        Assert.Equal(TenOClock.AddDays(399), pieces[0].From);
    }

    [Fact]
    public void Never_loses_energy_below_a_watt_hour()
    {
        var spans = Enumerable.Range(0, 600).Select(step => Span(step * 0.1, (step + 1) * 0.1, 0.04)).ToArray();

        var pieces = Cut(IntervalGrid.Minute, spans);

        Assert.Equal(60, pieces.Count);
        Assert.Equal(24, pieces.Sum(piece => piece.WattHours));
    }

    static RegisterSpan Span(double fromMinute, double toMinute, double wattHours) =>
        new(TenOClock.AddMinutes(fromMinute), TenOClock.AddMinutes(toMinute), wattHours, SpanBasis.Register);

    static List<IntervalPiece> Cut(TimeSpan length, params RegisterSpan[] spans)
    {
        var pieces = new List<IntervalPiece>();
        var cursor = default(IntervalCursor);
        var (measured, estimated) = (0.0, 0.0);
        foreach (var span in spans)
        {
            cursor = cursor.Advance(span, measured, estimated, IntervalCut.Of(length, DateTimeOffset.MinValue), pieces, out _);
            measured += span.Basis == SpanBasis.Register ? span.WattHours : 0;
            estimated += span.Basis == SpanBasis.Estimate ? span.WattHours : 0;
        }

        return pieces;
    }
}
