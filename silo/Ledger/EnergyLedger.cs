using DcOps.Contracts.Ledger;
using DcOps.Domain.Facilities;
using DcOps.Domain.Green;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Rules;
using DcOps.Domain.Statements;
using DcOps.Domain.Topology;

namespace DcOps.Ledger;

/// <summary>The province's ledger over books of readings and an archive: the same computing whatever keeps them.</summary>
public sealed class EnergyLedger : IEnergyLedger
{
    readonly LedgerParts _parts;
    readonly ComplianceView _compliance;
    readonly EvidenceView _evidence;
    readonly CorrectionDesk _corrections;
    readonly StatementDesk _statements;
    readonly QualityView _quality;
    readonly GreenView _green;
    readonly MeterDesk _meters;
    readonly PlaceView _places;
    readonly KpiView _kpis;

    public EnergyLedger(LedgerParts parts)
    {
        _parts = parts;
        (_compliance, _evidence, _corrections) = (new(parts), new(parts), new(parts));
        (_statements, _quality, _green, _meters) = (new(parts), new(parts, _compliance), new(parts), new(parts));
        (_places, _kpis) = (new(parts), new(parts));
    }

    /// <summary>
    /// Closes every facility's due periods now, as its grain does in a running province; for tests and for imports of a past.
    /// </summary>
    public async Task CloseAllAsync(CancellationToken cancellationToken)
    {
        foreach (var facility in _parts.Inventory.Facilities)
            await new FacilityCloser(facility.Id, _parts).CloseDueAsync(_parts.Now, cancellationToken);
    }

    public Task<ComplianceList> ComplianceAsync(ReportPeriod period, CancellationToken cancellationToken) =>
        _compliance.ComplianceAsync(period, cancellationToken);

    public Task<ComplianceList> ComplianceAsync(ReportPeriod period, PueCategory category, CancellationToken cancellationToken) =>
        _compliance.ComplianceAsync(period, category, cancellationToken);

    public Task<ComplianceList> ComplianceAsync(FacilityId facility, ReportPeriod period, CancellationToken cancellationToken) =>
        _compliance.ComplianceAsync(facility, period, cancellationToken);

    public Task<ImmutableArray<MovedLine>> MoveLineAsync(
        string pack, string rule, decimal limit, int months, CancellationToken cancellationToken) =>
        _compliance.MoveLineAsync(pack, rule, limit, months, cancellationToken);

    public Task<FacilityEvidence?> EvidenceAsync(FacilityId facility, ReportPeriod period, CancellationToken cancellationToken) =>
        _evidence.EvidenceAsync(facility, period, cancellationToken);

    public Task<MeterIntervals?> IntervalsAsync(
        FacilityId facility, string meter, BusinessPeriod period, TimeSpan interval, CancellationToken cancellationToken) =>
        _evidence.IntervalsAsync(facility, meter, period, interval, cancellationToken);

    public IAsyncEnumerable<RegisterReading> ReadingsAsync(
        FacilityId facility, string meter, BusinessPeriod period, CancellationToken cancellationToken) =>
        _evidence.ReadingsAsync(facility, meter, period, cancellationToken);

    public Task<ImmutableArray<ClosedPeriod>> ClosedAsync(
        FacilityId? facility, PeriodKind kind, BusinessPeriod within, CancellationToken cancellationToken) =>
        _evidence.ClosedAsync(facility, kind, within, cancellationToken);

    public Task<ImmutableArray<Correction>> CorrectionsAsync(
        FacilityId? facility, CorrectionState? state, CancellationToken cancellationToken) =>
        _corrections.CorrectionsAsync(facility, state, cancellationToken);

    public Task<CorrectionAnswer> ProposeAsync(
        CorrectionClaim claim, ImmutableArray<CorrectionEvidence> evidence, Actor actor, string reason,
        CancellationToken cancellationToken) => _corrections.ProposeAsync(claim, evidence, actor, reason, cancellationToken);

    public Task<CorrectionAnswer> AnswerAsync(
        string id, CorrectionState decision, Actor actor, string note, CancellationToken cancellationToken) =>
        _corrections.AnswerAsync(id, decision, actor, note, cancellationToken);

    public Task<ImmutableArray<RevisionChange>> PreviewAsync(string id, CancellationToken cancellationToken) =>
        _corrections.PreviewAsync(id, cancellationToken);

    public Task<ImmutableArray<FiledStatement>> StatementsAsync(string? scope, CancellationToken cancellationToken) =>
        _statements.StatementsAsync(scope, cancellationToken);

    public Task<FiledStatement?> StatementAsync(string id, CancellationToken cancellationToken) =>
        _statements.StatementAsync(id, cancellationToken);

    public Task<FilingAnswer> FileAsync(
        FacilityId facility, PeriodKind kind, BusinessPeriod period, string author, CancellationToken cancellationToken) =>
        _statements.FileAsync(facility, kind, period, author, cancellationToken);

    public Task<FilingAnswer> FileProvinceAsync(
        PeriodKind kind, BusinessPeriod period, string author, CancellationToken cancellationToken) =>
        _statements.FileProvinceAsync(kind, period, author, cancellationToken);

    public Task<ImmutableArray<StatementFile>> FilesAsync(string id, CancellationToken cancellationToken) =>
        _statements.FilesAsync(id, cancellationToken);

    public Task<ImmutableArray<StatementFinding>> VerifyAsync(string id, CancellationToken cancellationToken) =>
        _statements.VerifyAsync(id, cancellationToken);

    public Task<QualityReport> QualityAsync(BusinessPeriod period, CancellationToken cancellationToken) =>
        _quality.QualityAsync(period, cancellationToken);

    public Task<ImmutableArray<GreenRow>> GreenAsync(ReportPeriod period, CancellationToken cancellationToken) =>
        _green.GreenAsync(period, cancellationToken);

    public Task<FacilityPeriod?> EnergyAsync(FacilityId facility, ReportPeriod period, CancellationToken cancellationToken) =>
        _green.EnergyAsync(facility, period, cancellationToken);

    public Task<GreenAssessment?> AssessmentAsync(FacilityId facility, ReportPeriod period, CancellationToken cancellationToken) =>
        _green.AssessmentAsync(facility, period, cancellationToken);

    public Task<GreenInputs?> InputsAsync(FacilityId facility, CancellationToken cancellationToken) =>
        _green.InputsAsync(facility, cancellationToken);

    public Task<FacilityPlaces?> PlacesAsync(FacilityId facility, ReportPeriod period, CancellationToken cancellationToken) =>
        _places.PlacesAsync(facility, period, cancellationToken);

    public Task<KpiList> KpisAsync(ReportPeriod period, CancellationToken cancellationToken) => _kpis.KpisAsync(period, cancellationToken);

    public Task<LowEfficiencyList> LowEfficiencyAsync(CancellationToken cancellationToken) => _green.LowEfficiencyAsync(cancellationToken);

    public Task<ConsolidationPlan?> PlanAsync(FacilityId facility, CancellationToken cancellationToken) =>
        _green.PlanAsync(facility, cancellationToken);

    public Task<bool> KeepPlanAsync(ConsolidationPlan plan, CancellationToken cancellationToken) =>
        _green.KeepPlanAsync(plan, cancellationToken);

    public Task<MeterRegistryRevision> MetersAsync(CancellationToken cancellationToken) => _meters.MetersAsync(cancellationToken);

    public Task<ImmutableArray<MeterRegistryRevision>> MeterRevisionsAsync(CancellationToken cancellationToken) =>
        _meters.MeterRevisionsAsync(cancellationToken);

    public Task<MeterRegistryDifference> CompareAsync(MeterRegistry proposed, CancellationToken cancellationToken) =>
        _meters.CompareAsync(proposed, cancellationToken);

    public Task<MeterRegistryRevision?> ApplyAsync(
        MeterRegistry proposed, int basis, string author, string reason, CancellationToken cancellationToken) =>
        _meters.ApplyAsync(proposed, basis, author, reason, cancellationToken);

    public Task<FacilityDeclaration?> DeclarationAsync(FacilityId facility, CancellationToken cancellationToken) =>
        _meters.DeclarationAsync(facility, cancellationToken);
}
