using DcOps.Domain.Topology;

namespace DcOps.Domain.Metering;

/// <summary>
/// Every meter of every facility with the days on which it counted: yesterday's figure uses yesterday's boundary,
/// whatever was changed since.
/// </summary>
public sealed class MeterRegistry
{
    readonly ILookup<FacilityId, RegisteredMeter> _byFacility;

    /// <exception cref="ArgumentException">The entries contradict each other; the message says how.</exception>
    public MeterRegistry(IEnumerable<RegisteredMeter> entries)
    {
        Entries =
        [
            .. entries.OrderBy(entry => entry.Facility.Value, StringComparer.Ordinal)
                .ThenBy(entry => entry.Meter, StringComparer.Ordinal).ThenBy(entry => entry.ValidFrom),
        ];
        if (MeterRegistryCheck.Faults(Entries) is [var fault, ..])
            throw new ArgumentException($"{Entries[fault.Entry].Facility} {Entries[fault.Entry].Meter}: {fault.Column}: {fault.Reason}", nameof(entries));
        _byFacility = Entries.ToLookup(entry => entry.Facility);
    }

    public static MeterRegistry Empty { get; } = new([]);

    /// <summary>By facility, meter and first day.</summary>
    public ImmutableArray<RegisteredMeter> Entries { get; }

    public IEnumerable<FacilityId> Facilities => _byFacility.Select(group => group.Key);

    /// <summary>The boundary of a facility on a local day.</summary>
    public MeterBoundary BoundaryOf(FacilityId facility, DateOnly day) =>
        new(facility, [.. _byFacility[facility].Where(entry => entry.IsValid(day))]);

    /// <summary>
    /// The boundaries of a period, each with the run of local days on which it held; in order, without gap.
    /// </summary>
    public IEnumerable<(BusinessPeriod Days, MeterBoundary Boundary)> RunsOf(
        FacilityId facility, BusinessPeriod period, BusinessCalendar calendar)
    {
        var changes = _byFacility[facility].SelectMany(entry => new[] { entry.ValidFrom, entry.ValidTo ?? entry.ValidFrom })
            .Select(day => calendar.Day(day).From).Where(at => at > period.From && at < period.To)
            .Append(period.From).Append(period.To).Distinct().Order().ToList();
        return changes.Zip(changes.Skip(1), (from, to) =>
            (new BusinessPeriod(from, to), BoundaryOf(facility, calendar.LocalDate(from))));
    }

    /// <summary>Names of a facility's meters of all days, each once, by name.</summary>
    public IEnumerable<string> MetersOf(FacilityId facility) => _byFacility[facility].Select(entry => entry.Meter).Distinct();

    /// <summary>The entries of one meter, earliest first.</summary>
    public IEnumerable<RegisteredMeter> EntriesOf(FacilityId facility, string meter) =>
        _byFacility[facility].Where(entry => entry.Meter == meter);
}
