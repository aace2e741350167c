using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Metering;

/// <summary>
/// Energy of one meter by interval, from the positions of its register alone: the register algorithm applied to readings by
/// time. The same readings give the same intervals, whatever way they came.
/// </summary>
/// <param name="interval">Length of the intervals.</param>
public sealed class MeterFold(TimeSpan interval)
{
    readonly List<IntervalPiece> _pieces = [];
    readonly List<(DateTimeOffset From, DateTimeOffset To, RegisteredMeter Entry)> _entries = [];

    /// <summary>What the readings of the last fold were understood as, plain progress left out; by time.</summary>
    public List<MeterEvent> Events { get; } = [];

    /// <summary>Folds readings into a series.</summary>
    /// <param name="entries">
    /// What the registry says of the meter, by first day; a reading of a day without entry is left out.
    /// </param>
    /// <param name="readings">By time, one per instant; they may begin before the period and end after it.</param>
    public EnergySeries Fold(
        IReadOnlyList<RegisteredMeter> entries, ReadOnlySpan<RegisterReading> readings, BusinessPeriod period, BusinessCalendar calendar)
    {
        Events.Clear();
        _entries.Clear();
        foreach (var entry in entries)
        {
            var end = entry.ValidTo is { } day ? calendar.Day(day).From : DateTimeOffset.MaxValue;
            _entries.Add((calendar.Day(entry.ValidFrom).From, end, entry));
        }

        var series = new EnergySeries(period, interval);
        // Where the meter does not say who it is, the registry's entry of the day does.
        string? Serial(DateTimeOffset at) => RegisteredSerial.At(entries, at, calendar);
        foreach (var (from, to, entry) in _entries)
        {
            if (from < period.To && to > period.From)
                Fold(entry, readings, from, to, series, Serial);
        }

        return series;
    }

    // Readings beyond an entry's days still say where the register stood at its ends: only the intervals are cut.
    void Fold(
        RegisteredMeter entry, ReadOnlySpan<RegisterReading> readings, DateTimeOffset from, DateTimeOffset to, EnergySeries series,
        Func<DateTimeOffset, string?> registered)
    {
        var (register, cursor) = (default(EnergyRegister), default(IntervalCursor));
        var (measured, estimated, offset) = (0.0, 0.0, 0.0);
        var (traits, multiplier) = (entry.Traits, entry.Multiplier);
        double? watts = null;
        var cut = IntervalCut.Of(interval, DateTimeOffset.MinValue);
        _pieces.Clear();
        foreach (ref readonly var reading in readings)
        {
            if ((reading.Serial ?? registered(reading.At)) is { } serial && serial != traits.MeterSerial)
                traits = traits with { MeterSerial = serial };
            var step = register.Apply(
                reading.Position * multiplier, reading.At, traits, new(reading.ResetMarker, reading.RestartedAt),
                Mean(watts, reading.MeanWatts));
            register = step.Register;
            if (step.Verdict is not (RegisterVerdict.Advanced or RegisterVerdict.Opened) && reading.At >= from && reading.At < to)
                Events.Add(new(reading.At, step.Verdict, reading.Position));
            if (step.Verdict == RegisterVerdict.Rejected)
                continue;

            // The running total begins at the register's own position, so that boundaries are rounded alike wherever a fold begins.
            if (step.Verdict == RegisterVerdict.Opened)
                measured = register.WattHours;
            watts = reading.MeanWatts;
            cursor = Advance(cursor, step.First, cut, ref measured, ref estimated);
            cursor = Advance(cursor, step.Second, cut, ref measured, ref estimated);
            // It stays tied to the position, so that it does not matter how many readings lie between two of them.
            if (step.Verdict is RegisterVerdict.Advanced or RegisterVerdict.Jitter)
                measured = register.WattHours + offset;
            else
                offset = measured - register.WattHours;
        }

        foreach (var piece in _pieces)
        {
            if (piece.From >= from && piece.From < to)
                series.Put(piece);
        }
    }

    IntervalCursor Advance(
        IntervalCursor cursor, RegisterSpan? span, in IntervalCut cut, ref double measured, ref double estimated)
    {
        if (span is not { } some)
            return cursor;

        var next = cursor.Advance(some, measured, estimated, cut, _pieces, out _);
        measured += some.Basis == SpanBasis.Register ? some.WattHours : 0;
        estimated += some.Basis == SpanBasis.Estimate ? some.WattHours : 0;
        return next;
    }

    static Power? Mean(double? before, double? now) =>
        before is { } first && now is { } second ? new Power((first + second) / 2)
        : (before ?? now) is { } known ? new Power(known) : null;
}
