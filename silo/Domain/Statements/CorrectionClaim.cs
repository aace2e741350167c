using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Statements;

/// <summary>What a correction asks for.</summary>
/// <param name="At">The reading's instant, or the instant of reset or swap, or where the stretch begins; UTC.</param>
/// <param name="To">End of the stretch; null for the other kinds.</param>
/// <param name="Position">The right position; null for the other kinds.</param>
/// <param name="Serial">Serial of the new meter; null for the other kinds.</param>
/// <param name="Energy">Energy of the stretch; null for the other kinds.</param>
public sealed record CorrectionClaim(
    FacilityId Facility,
    string Meter,
    CorrectionKind Kind,
    DateTimeOffset At,
    DateTimeOffset? To = null,
    double? Position = null,
    string? Serial = null,
    Energy? Energy = null)
{
    /// <summary>What is missing for the kind; null when nothing is.</summary>
    public string? Fault => Kind switch
    {
        CorrectionKind.ReplacePosition when Position is not { } position || !double.IsFinite(position) || position < 0 => "needs the right position",
        CorrectionKind.DeclareSwap when string.IsNullOrWhiteSpace(Serial) => "needs the new meter's serial",
        CorrectionKind.SubstituteEnergy when !(To > At) => "needs an end after its beginning",
        CorrectionKind.SubstituteEnergy when Energy is not { WattHours: >= 0 } => "needs an energy that is not negative",
        _ => null,
    };
}
