using DcOps.Domain.Telemetry;
using DcOps.Domain.Units;

namespace DcOps.Domain.Metering;

/// <summary>
/// A cumulative energy register (电能表示数) as far as it was read: what the next position is compared with.
/// The rules are the register algorithm of the project's reference on metering with defective data:
/// wrap, reset with and without evidence, meter change, jitter and spike, each limited by 1.2 times the rating.
/// </summary>
/// <param name="IsOpen">Whether a position was ever read.</param>
/// <param name="WattHours">The reference position, Wh.</param>
/// <param name="ReadAt">When the register was last read, UTC.</param>
/// <param name="MeterSerial">Null when the device reports none.</param>
/// <param name="ResetMarker">The device's own note of its last reset; null when it keeps none.</param>
/// <param name="Candidate">A refused position that the next ones may confirm.</param>
[GenerateSerializer, Immutable, Alias("EnergyRegister")]
public readonly record struct EnergyRegister(
    [property: Id(0)] bool IsOpen,
    [property: Id(1)] double WattHours,
    [property: Id(2)] DateTimeOffset ReadAt,
    [property: Id(3)] string? MeterSerial,
    [property: Id(4)] DateTimeOffset? ResetMarker,
    [property: Id(5)] RegisterCandidate? Candidate)
{
    /// <summary>A load stays above its rating only until the breaker trips: 1.2 times is the most a step may show.</summary>
    public const double RatingMargin = 1.2;

    /// <summary>Refused positions in a row that must agree before the register continues from them.</summary>
    public const int ConfirmationsToRebase = 3;

    /// <summary>The longest gap that a mean power may fill.</summary>
    public static readonly TimeSpan LongestEstimate = TimeSpan.FromHours(1);

    /// <summary>The most energy that may flow in a time, Wh: 1.2 times the rating.</summary>
    public static double MostWattHours(double ratedWatts, TimeSpan time) => RatingMargin * ratedWatts * time.TotalHours;

    /// <summary>The register after a new position, and the energy that it proves.</summary>
    /// <param name="wattHours">The position as read, finite, Wh.</param>
    /// <param name="readAt">After <see cref="ReadAt"/>.</param>
    /// <param name="meanPower">Mean power of the metered point around the step; null when not known: then a gap stays unknown.</param>
    public RegisterStep Apply(
        double wattHours,
        DateTimeOffset readAt,
        RegisterTraits traits,
        in RegisterEvidence evidence,
        Power? meanPower)
    {
        var next = new EnergyRegister(
            true, wattHours, readAt, traits.MeterSerial ?? MeterSerial, evidence.ResetMarker ?? ResetMarker, null);
        if (!IsOpen)
            return new(next, RegisterVerdict.Opened, null, null);
        if (MeterSerial is not null && traits.MeterSerial is not null && MeterSerial != traits.MeterSerial)
            return new(next, RegisterVerdict.Swapped, Gap(ReadAt, readAt, meanPower, traits), null);

        // A reset to zero leaves no more on the register than could flow since: anything else contradicts the evidence.
        if (ResetAt(evidence, readAt, traits) is { } resetAt
            && IsPlausible(wattHours, readAt - resetAt, traits))
        {
            return new(
                next,
                RegisterVerdict.Reset,
                resetAt > ReadAt ? Gap(ReadAt, resetAt, meanPower, traits) : null,
                new(resetAt, readAt, wattHours, SpanBasis.Register));
        }

        return Compare(next, traits, meanPower);
    }

    RegisterStep Compare(in EnergyRegister next, RegisterTraits traits, Power? meanPower)
    {
        var delta = next.WattHours - WattHours;
        var time = next.ReadAt - ReadAt;
        if (delta >= 0 && IsPlausible(delta, time, traits))
            return Whole(next, RegisterVerdict.Advanced, delta, SpanBasis.Register);
        if (delta < 0 && -delta <= 2 * traits.ResolutionWattHours)
            return Whole(next with { WattHours = WattHours }, RegisterVerdict.Jitter, 0, SpanBasis.Register);
        if (delta < 0 && traits.ModulusWattHours is { } modulus && delta + modulus >= 0
            && IsPlausible(delta + modulus, time, traits))
            return Whole(next, RegisterVerdict.Wrapped, delta + modulus, SpanBasis.Register);
        if (delta < 0 && IsPlausible(next.WattHours, time, traits))
            return Whole(next, RegisterVerdict.ResetWithoutEvidence, SinceReset(next, traits, meanPower), SpanBasis.Estimate);
        return Doubt(next, traits, meanPower);
    }

    /// <summary>Nobody says when it was reset: what it shows is the least that flowed, and the mean power may say more.</summary>
    double SinceReset(in EnergyRegister next, RegisterTraits traits, Power? meanPower) =>
        Math.Max(next.WattHours, Gap(ReadAt, next.ReadAt, meanPower, traits).WattHours);

    /// <summary>One odd position is a spike; several that agree with each other are a register that was moved.</summary>
    RegisterStep Doubt(in EnergyRegister next, RegisterTraits traits, Power? meanPower)
    {
        var step = Candidate is { } last ? next.WattHours - last.WattHours : -1;
        if (Candidate is not { } candidate || step < 0 || !IsPlausible(step, next.ReadAt - candidate.LastAt, traits))
        {
            var first = new RegisterCandidate(next.WattHours, next.WattHours, next.ReadAt, next.ReadAt, 1);
            return new(this with { Candidate = first }, RegisterVerdict.Rejected, null, null);
        }

        if (candidate.Confirmations + 1 < ConfirmationsToRebase)
        {
            var confirmed = candidate with
            {
                WattHours = next.WattHours,
                LastAt = next.ReadAt,
                Confirmations = candidate.Confirmations + 1,
            };
            return new(this with { Candidate = confirmed }, RegisterVerdict.Rejected, null, null);
        }

        return new(
            next,
            RegisterVerdict.Rebased,
            Gap(ReadAt, candidate.FirstAt, meanPower, traits),
            new(candidate.FirstAt, next.ReadAt, next.WattHours - candidate.FirstWattHours, SpanBasis.Register));
    }

    RegisterStep Whole(in EnergyRegister next, RegisterVerdict verdict, double wattHours, SpanBasis basis) =>
        new(next, verdict, new(ReadAt, next.ReadAt, wattHours, basis), null);

    static RegisterSpan Gap(DateTimeOffset from, DateTimeOffset to, Power? meanPower, RegisterTraits traits) =>
        meanPower is { } power && to - from <= LongestEstimate
            ? new(from, to, Math.Clamp(power.Watts, 0, RatingMargin * traits.RatedWatts) * (to - from).TotalHours, SpanBasis.Estimate)
            : new(from, to, 0, SpanBasis.Unknown);

    // Both positions are rounded to the register's resolution, so a step may look up to two steps longer than it was.
    static bool IsPlausible(double wattHours, TimeSpan time, RegisterTraits traits) =>
        wattHours >= 0 && wattHours <= MostWattHours(traits.RatedWatts, time) + (2 * traits.ResolutionWattHours);

    DateTimeOffset? ResetAt(in RegisterEvidence evidence, DateTimeOffset readAt, RegisterTraits traits)
    {
        if (evidence.ResetMarker is { } marker && marker != ResetMarker && (ResetMarker is not null || IsWithin(marker, readAt)))
            return IsWithin(marker, readAt) ? marker : ReadAt;
        return traits.IsVolatile && evidence.RestartedAt is { } restarted && IsWithin(restarted, readAt) ? restarted : null;
    }

    bool IsWithin(DateTimeOffset instant, DateTimeOffset readAt) => instant > ReadAt && instant <= readAt;
}
