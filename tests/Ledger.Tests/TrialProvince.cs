using DcOps.Domain.Ledger;
using DcOps.Domain.Ledger.Archive;
using DcOps.Domain.Metering;
using DcOps.Domain.Racks;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Ledger.Tests;

/// <summary>Two facilities over 2025, read hourly: NJ-01 at 1.4, SZ-01 at 1.6, and YZ-01 without any meter.</summary>
sealed class TrialProvince
{
    public static readonly FacilityId Nanjing = FacilityId.Parse("NJ-01");
    public static readonly FacilityId Suzhou = FacilityId.Parse("SZ-01");
    public static readonly FacilityId Yangzhou = FacilityId.Parse("YZ-01");
    public static readonly BusinessPeriod Year = BusinessCalendar.Shanghai.Year(2025);

    /// <param name="rackMinutes">What racks' PDUs gave; Nanjing has R01 with A01 and A02, and R02 with B01.</param>
    /// <param name="now">Where the clock stands; a month after the year where nothing is said.</param>
    public TrialProvince(ImmutableArray<RackMinute>? rackMinutes = null, DateTimeOffset? now = null)
    {
        Time = new(now ?? new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero));
        var inventory = new Inventory(
            ProvinceId.Parse("JS"), new("江苏", "Jiangsu"),
            [City("NJ", "南京", "Nanjing"), City("SZ", "苏州", "Suzhou"), City("YZ", "扬州", "Yangzhou")],
            [Facility(Nanjing, "NJ"), Facility(Suzhou, "SZ"), Facility(Yangzhou, "YZ")]);
        Registry = new([.. Meters(Nanjing), .. Meters(Suzhou)]);
        Books = new Dictionary<FacilityId, FacilityBook>
        {
            [Nanjing] = Book(Nanjing, facilityKilowatts: 140, itKilowatts: 100),
            [Suzhou] = Book(Suzhou, facilityKilowatts: 480, itKilowatts: 300),
        };
        var settings = LedgerSettings.Shipped(Registry) with
        {
            Declarations = new[] { Declare(Nanjing, "dual-core"), Declare(Suzhou, "dual-core") }.ToDictionary(each => each.Facility),
            Criteria = new(1.5m, 0.5, 100, 10, 1),
        };
        Parts = new(inventory, Source = new(new MemoryBooks(Books) { RackMinutes = rackMinutes ?? [] }), Archive, settings, ClosePolicy.Default, Time);
        Ledger = new(Parts);
    }

    public FakeTimeProvider Time { get; }

    public MemoryArchive Archive { get; } = new();

    public MeterRegistry Registry { get; }

    public Dictionary<FacilityId, FacilityBook> Books { get; }

    /// <summary>The books, with a count of how many were opened.</summary>
    public CountedBooks Source { get; }

    public LedgerParts Parts { get; }

    public EnergyLedger Ledger { get; }

    public static RegisteredMeter Meter(FacilityId facility, string meter, MeterRole role, string? parent = null) => new(
        facility, meter, role, MeterCarrier.Electricity, parent, null, null, 1_000_000, 1, null, 0.5, new(2024, 1, 1), new(2030, 1, 1),
        $"{facility}-{meter}", false, new(2024, 1, 1), null);

    static IEnumerable<RegisteredMeter> Meters(FacilityId facility) =>
        [Meter(facility, "main", MeterRole.UtilityEntrance), Meter(facility, "ups", MeterRole.UpsOutput)];

    static City City(string code, string chinese, string english) => new(CityCode.Parse(code), new(chinese, english), null, null);

    static Facility Facility(FacilityId id, string city) => new(id, CityCode.Parse(city), new(id.Value, id.Value), id == Nanjing ? [Room(id, "R01", "A01", "A02"), Room(id, "R02", "B01")] : [], [], null);

    static Room Room(FacilityId facility, string code, params string[] racks) => new(
        new(facility, code), new(code, code), [.. racks.Select(rack => new Rack(RackId.Parse($"{facility}/{code}/{rack}"), new(8_000)))]);

    static FacilityDeclaration Declare(FacilityId facility, string group) => new(
        facility, new("CN-JS", [], 1_000, ProjectKind.Existing, new(2015, 1, 1), CoolingKind.Air, true, false, "internet", null),
        "operator", [group], true);

    FacilityBook Book(FacilityId facility, double facilityKilowatts, double itKilowatts)
    {
        var book = new FacilityBook(facility, Registry, BusinessCalendar.Shanghai, ClosePolicy.Default);
        for (var at = Year.From; at <= Year.To; at += TimeSpan.FromHours(1))
        {
            book.Take("main", new RegisterReading(at, facilityKilowatts * 1_000 * (at - Year.From).TotalHours));
            book.Take("ups", new RegisterReading(at, itKilowatts * 1_000 * (at - Year.From).TotalHours));
        }

        return book;
    }
}
