using DcOps.Domain.Telemetry;
using DcOps.Domain.Units;

namespace DcOps.Domain.Metering;

/// <summary>
/// One device's energy: its total register, or the integral of its power where it has none, as one running total that is
/// cut into minutes and 15-minute intervals.
/// </summary>
[GenerateSerializer, Immutable, Alias("EnergyMeter")]
public readonly record struct EnergyMeter(
    [property: Id(0)] string Device,
    [property: Id(1)] EnergyRegister Register,
    [property: Id(2)] PowerIntegral Integral,
    [property: Id(3)] double MeasuredWattHours,
    [property: Id(4)] double EstimatedWattHours,
    [property: Id(5)] IntervalCursor Minutes,
    [property: Id(6)] IntervalCursor Quarters,
    [property: Id(7)] Power? PowerAtReading)
{
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    /// <summary>When the running total was last moved on.</summary>
    public DateTimeOffset At => Register.IsOpen ? Register.ReadAt : Integral.At;

    public static EnergyMeter Of(string device) => new(device, default, default, 0, 0, default, default, null);

    /// <summary>The meter after a position of its register.</summary>
    /// <param name="power">The device's power as of the reading; null when not known.</param>
    internal EnergyMeter Read(
        in Reading position, RegisterTraits traits, in RegisterEvidence evidence, Power? power, EnergyPieces pieces,
        out RegisterVerdict verdict)
    {
        var step = Register.Apply(position.Value!.Value, position.ObservedAt, traits, evidence, Mean(PowerAtReading, power));
        verdict = step.Verdict;
        if (verdict == RegisterVerdict.Rejected)
            return this with { Register = step.Register };

        // The integral ends where a register begins: what it had of the open intervals is not continued.
        var meter = verdict == RegisterVerdict.Opened
            ? this with { Register = step.Register, Integral = default, Minutes = default, Quarters = default }
            : this with { Register = step.Register };
        if (step.First is { } first)
            meter = meter.After(first, pieces);
        if (step.Second is { } second)
            meter = meter.After(second, pieces);
        return meter with { PowerAtReading = power };
    }

    /// <summary>The meter after a sample of its power; one that has a register keeps to the register.</summary>
    internal EnergyMeter Sample(Power power, DateTimeOffset at, EnergyPieces pieces)
    {
        if (Register.IsOpen)
            return this;

        var (integral, span) = Integral.Apply(power, at);
        var meter = this with { Integral = integral };
        return span is { } some ? meter.After(some, pieces) : meter;
    }

    static Power? Mean(Power? before, Power? now) =>
        before is { } first && now is { } second ? new Power((first.Watts + second.Watts) / 2) : before ?? now;

    EnergyMeter After(in RegisterSpan span, EnergyPieces pieces)
    {
        var minutes = Minutes.Advance(
            span, MeasuredWattHours, EstimatedWattHours,
            IntervalCut.Of(Minute, span.To - EnergyPieces.MinuteWindow), pieces.Minutes, out _);
        var quarters = Quarters.Advance(
            span, MeasuredWattHours, EstimatedWattHours,
            IntervalCut.Of(Quarter, pieces.ReceivedAt - EnergyPieces.QuarterWindow), pieces.Quarters, out var beyond);
        pieces.AddBeyond(beyond);
        return this with
        {
            MeasuredWattHours = MeasuredWattHours + (span.Basis == SpanBasis.Register ? span.WattHours : 0),
            EstimatedWattHours = EstimatedWattHours + (span.Basis == SpanBasis.Estimate ? span.WattHours : 0),
            Minutes = minutes,
            Quarters = quarters,
        };
    }
}
