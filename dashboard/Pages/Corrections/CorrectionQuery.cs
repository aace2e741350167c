using DcOps.Contracts.Ledger;
using DcOps.Domain.Statements;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Dashboard.Pages.Corrections;

/// <summary>Which corrections a list shows.</summary>
/// <param name="IsNobodys">Whether a facility was asked for that cannot exist: then there are none.</param>
sealed record CorrectionQuery(FacilityId? Facility, CorrectionState? State, bool IsNobodys)
{
    public static CorrectionQuery Of(string? facility, string? state)
    {
        var isNamed = FacilityId.TryParse(facility?.Trim(), out var id);
        return new(
            isNamed ? id : null,
            KebabCase.TryParse<CorrectionState>(state ?? "", out var known) ? known : null,
            !isNamed && !string.IsNullOrWhiteSpace(facility));
    }

    /// <summary>Those that wait first, then newest step first.</summary>
    public async Task<ImmutableArray<Correction>> ReadAsync(IEnergyLedger ledger, CancellationToken cancellationToken) => IsNobodys
        ? []
        :
        [
            .. (await ledger.CorrectionsAsync(Facility, State, cancellationToken))
                .OrderByDescending(each => each.State == CorrectionState.Proposed).ThenByDescending(each => each.History[^1].At),
        ];
}
