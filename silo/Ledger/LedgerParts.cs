using DcOps.Domain.Ledger;
using DcOps.Domain.Ledger.Archive;
using DcOps.Domain.Metering;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;

namespace DcOps.Ledger;

/// <summary>What every view of the ledger is given.</summary>
public sealed record LedgerParts(
    Inventory Inventory, IBookSource Books, ILedgerArchive Archive, LedgerSettings Settings, ClosePolicy Policy, TimeProvider Time)
{
    public LedgerRecords Records { get; } = new(Archive);

    public DeskRecords Desk { get; } = new(Archive, Inventory.Province.Value);

    public DateTimeOffset Now => Time.GetUtcNow();

    public string Region => $"CN-{Inventory.Province.Value}";

    public FacilityDeclaration DeclarationOf(FacilityId facility) =>
        Settings.Declarations.GetValueOrDefault(facility) ?? FacilityDeclaration.Unknown(facility, Region);

    /// <summary>What of a measured period rules may look at besides the annual ratio.</summary>
    public IReadOnlyDictionary<RuleIndicator, RuleMeasurement> IndicatorsOf(PeriodMeasure measure) => Indicators.Of(
        measure, DeclarationOf(measure.Facility).Profile, Settings.Inputs.Of(measure.Facility), BusinessCalendar.Shanghai);

    /// <summary>The registry in force.</summary>
    public async Task<MeterRegistryRevision> RegistryAsync(CancellationToken cancellationToken) =>
        await Desk.RegistriesAsync(newestOnly: true, cancellationToken) is [.., var last]
            ? last
            : new(0, DateTimeOffset.UnixEpoch, "configuration", "as configured", Settings.Meters);

    /// <summary>The measure of a period from its closed months; null when none is closed.</summary>
    public static PeriodMeasure? MeasureOf(IReadOnlyCollection<PeriodMeasure> months, ReportPeriod period) =>
        months.Count == 0 ? null : PeriodMeasure.Sum(months, period.Period);
}
