using System.Globalization;
using DcOps.Domain.Statements;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Pages.Corrections;

/// <summary>A proposal as its form sends it: texts, times in Beijing.</summary>
public sealed class ProposalForm
{
    static readonly TimeSpan BusinessOffset = TimeSpan.FromHours(8);
    static readonly string[] TimeForms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    public string? Facility { get; set; }

    public string? Meter { get; set; }

    public string? Kind { get; set; }

    public string? At { get; set; }

    public string? To { get; set; }

    /// <summary>As the register shows it, Wh.</summary>
    public string? Position { get; set; }

    public string? Serial { get; set; }

    public string? EnergyKilowattHours { get; set; }

    public string? Reason { get; set; }

    public string? Name { get; set; }

    public string? Role { get; set; }

    /// <summary>Null when the role is none that is known.</summary>
    public ActorRole? ActorRole => KebabCase.TryParse<ActorRole>(Role ?? "", out var role) ? role : null;

    public CorrectionKind KindOrFirst => KebabCase.TryParse<CorrectionKind>(Kind ?? "", out var kind) ? kind : default;

    /// <summary>What is asked for, or the key of the text that says what cannot be read.</summary>
    public (CorrectionClaim? Claim, string? Fault) ToClaim()
    {
        if (!FacilityId.TryParse(Facility?.Trim(), out var facility))
            return (null, "Proposal.NoFacility");
        if (string.IsNullOrWhiteSpace(Meter))
            return (null, "Proposal.NoMeter");
        if (!KebabCase.TryParse<CorrectionKind>(Kind ?? "", out var kind))
            return (null, "Proposal.NoKind");
        if (Instant(At) is not { } at)
            return (null, "Proposal.NoTime");
        return kind switch
        {
            CorrectionKind.ReplacePosition when Number(Position) is null => (null, "Proposal.NoPosition"),
            CorrectionKind.SubstituteEnergy when Instant(To) is null => (null, "Proposal.NoEnd"),
            CorrectionKind.SubstituteEnergy when Number(EnergyKilowattHours) is null => (null, "Proposal.NoEnergy"),
            _ => (new(
                facility, Meter.Trim(), kind, at,
                kind == CorrectionKind.SubstituteEnergy ? Instant(To) : null,
                kind == CorrectionKind.ReplacePosition ? (double?)Number(Position) : null,
                kind == CorrectionKind.DeclareSwap ? Serial?.Trim() : null,
                kind == CorrectionKind.SubstituteEnergy && Number(EnergyKilowattHours) is { } energy ? Energy.FromKilowattHours(energy) : null), null),
        };
    }

    static DateTimeOffset? Instant(string? text) =>
        DateTime.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, BusinessOffset).ToUniversalTime()
            : null;

    // A bound that every register and bill stays below, so that no sum can overflow.
    static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e12m ? number : null;
}
