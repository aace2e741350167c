using DcOps.Domain.Ledger;
using DcOps.Domain.Ledger.Archive;
using DcOps.Domain.Metering;
using DcOps.Domain.Quality;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;

namespace DcOps.Ledger;

/// <summary>What every view of the ledger is given.</summary>
public sealed record LedgerParts(
    Inventory Inventory, IBookSource Books, ILedgerArchive Archive, LedgerSettings Settings, ClosePolicy Policy, TimeProvider Time)
{
    /// <summary>Asks rooms for the quality of their points; null where no room runs, and then meters alone are judged.</summary>
    public IPointQuality? PointQuality { get; init; }

    public LedgerRecords Records { get; } = new(Archive);

    public DeskRecords Desk { get; } = new(Archive, Inventory.Province.Value);

    public DateTimeOffset Now => Time.GetUtcNow();

    public string Region => $"CN-{Inventory.Province.Value}";

    public FacilityDeclaration DeclarationOf(FacilityId facility) =>
        Settings.Declarations.GetValueOrDefault(facility) ?? FacilityDeclaration.Unknown(facility, Region);

    /// <summary>What of a measured period rules may look at besides the annual ratio.</summary>
    /// <param name="before">The twelve months before; null where they are not known.</param>
    public IReadOnlyDictionary<RuleIndicator, RuleMeasurement> IndicatorsOf(PeriodMeasure measure, PeriodMeasure? before) => Indicators.Of(
        measure, before, DeclarationOf(measure.Facility).Profile, Settings.Inputs.Of(measure.Facility), BusinessCalendar.Shanghai);

    /// <summary>The twelve months before twelve months; null for any other stretch.</summary>
    public static BusinessPeriod? YearBefore(BusinessPeriod period)
    {
        var calendar = BusinessCalendar.Shanghai;
        var first = calendar.LocalDate(period.From);
        return first.AddYears(1) == calendar.LocalDate(period.To) ? new(calendar.Day(first.AddYears(-1)).From, period.From) : null;
    }

    /// <summary>The measure of the twelve months before a period; null unless all of them are closed.</summary>
    public async Task<PeriodMeasure?> YearBeforeAsync(FacilityId facility, BusinessPeriod period, CancellationToken cancellationToken) =>
        YearBefore(period) is { } before
            ? WholeOf([.. (await Records.MonthsAsync(facility, before, cancellationToken)).Select(month => month.Measure)], before)
            : null;

    /// <summary>The measure of a period from its closed months; null unless they are all of it.</summary>
    public static PeriodMeasure? WholeOf(IReadOnlyCollection<PeriodMeasure> months, BusinessPeriod period) =>
        months.Count > 0 && PeriodMeasure.Sum(months, period) is var measure && measure.Covered == period.Length ? measure : null;

    /// <summary>The registry in force.</summary>
    public async Task<MeterRegistryRevision> RegistryAsync(CancellationToken cancellationToken) =>
        await Desk.RegistriesAsync(newestOnly: true, cancellationToken) is [.., var last]
            ? last
            : new(0, DateTimeOffset.UnixEpoch, "configuration", "as configured", Settings.Meters);

    /// <summary>The measure of a period from its closed months; null when none is closed.</summary>
    public static PeriodMeasure? MeasureOf(IReadOnlyCollection<PeriodMeasure> months, ReportPeriod period) =>
        months.Count == 0 ? null : PeriodMeasure.Sum(months, period.Period);
}
