using DcOps.Domain.Ledger;
using DcOps.Domain.Ledger.Archive;
using DcOps.Domain.Metering;
using DcOps.Domain.Racks;
using DcOps.Domain.Rules;
using DcOps.Domain.Statements;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;
using DcOps.Ledger;
using DcOps.Simulator.Layout;
using DcOps.Simulator.Years;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Browser.Tests;

/// <summary>
/// A real ledger over a played year with faulty meters: closed, restated after late readings and after an accepted correction.
/// One site declares a second level of metering, one has a meter that lies, one lost a month, one was never read, one declares nothing.
/// </summary>
sealed class PlayedLedger
{
    const ulong Seed = 1;

    static readonly LayoutSize Size = new(8, 80);
    static readonly DateOnly First = new(2025, 10, 1);
    static readonly DateOnly End = new(2026, 11, 10);
    static readonly DateOnly ChangeDay = new(2026, 4, 1);
    static readonly Designation ProvinceName = new("江苏省", "Jiangsu");

    readonly Dictionary<FacilityId, FacilityBook> _books = [];

    PlayedLedger(ProvincePlan plan, ImmutableArray<RegisteredMeter> meters)
    {
        ImmutableArray<Facility> facilities = [.. plan.Facilities.Select(facility => FacilityOf(facility, meters))];
        Inventory = new(ProvinceId.Parse("JS"), ProvinceName, [.. plan.Facilities.Select(facility => facility.City.City).Distinct()], facilities);
        var registry = new MeterRegistry(meters);
        var settings = LedgerSettings.Shipped(registry) with
        {
            Declarations = plan.Facilities.Select((facility, index) => DeclarationOf(facility, index)).ToDictionary(each => each.Facility),
            Criteria = new(PueAbove: 1.3m, OccupancyBelow: 0.5, StandardRacksBelow: 3_000, YearsFrom: 8, TraitsToList: 1),
        };
        foreach (var facility in plan.Facilities)
            _books[facility.Id] = new(facility.Id, registry, BusinessCalendar.Shanghai, ClosePolicy.Default);
        Ledger = new(new(Inventory, new MemoryBooks(_books) { RackMinutes = RackDay(Inventory.Facilities[0]) }, Archive, settings, ClosePolicy.Default, Time));
    }

    public Inventory Inventory { get; }

    public EnergyLedger Ledger { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 6, 2, 0, 0, TimeSpan.Zero));

    MemoryArchive Archive { get; } = new();

    /// <summary>Site with meters below its UPS meter: figures of two categories, a balance that holds.</summary>
    public FacilityId Deep => Inventory.Facilities[0].Id;

    /// <summary>Site whose meters below the UPS meter add up to too little.</summary>
    public FacilityId Unbalanced => Inventory.Facilities[1].Id;

    /// <summary>Site of which most of a month was never read.</summary>
    public FacilityId Gappy => Inventory.Facilities[2].Id;

    /// <summary>Site of which a month was restated after a correction was accepted.</summary>
    public FacilityId Corrected => Inventory.Facilities[3].Id;

    /// <summary>Site whose boundary changed within the year.</summary>
    public FacilityId Changed => Inventory.Facilities[5].Id;

    /// <summary>Site with meters and no reading at all.</summary>
    public FacilityId Silent => Inventory.Facilities[6].Id;

    /// <summary>Site that declares no boundary.</summary>
    public FacilityId Undeclared => Inventory.Facilities[7].Id;

    public static async Task<PlayedLedger> PlayAsync(CancellationToken cancellationToken)
    {
        var plan = ProvinceGenerator.Generate(Size, Seed);
        var years = plan.Facilities.Take(6).Select(facility => new FacilityYear(facility, First, End, Seed)).ToImmutableArray();
        Parallel.ForEach(years, year => year.Play());
        ImmutableArray<RegisteredMeter> played = [.. years.SelectMany(year => year.Meters).Select(meter => meter.Entry)];
        var exchanged = played.Single(meter => meter.Facility == plan.Facilities[5].Id && meter.Meter == "utility-1");
        var deep = PduMeters.Below(plan.Facilities[0].Id, played, [0.55, 0.44]);
        var lying = PduMeters.Below(plan.Facilities[1].Id, played, [0.5, 0.4]);
        var silent = played.Where(meter => meter.Facility == plan.Facilities[5].Id).Select(meter => meter with { Facility = plan.Facilities[6].Id });
        var ledger = new PlayedLedger(plan, [.. played.Except([exchanged]), .. Recalibrated(exchanged), .. deep.Entries, .. lying.Entries, .. silent]);
        ledger.Take(years, [deep, lying]);
        await ledger.Ledger.CloseAllAsync(cancellationToken);
        await ledger.RestateAsync(years[3].Plan.Id, cancellationToken);
        return ledger;
    }

    void Take(ImmutableArray<FacilityYear> years, PduMeters[] below)
    {
        foreach (var year in years)
        {
            var book = _books[year.Plan.Id];
            var lost = year.Plan.Id == Gappy ? BusinessCalendar.Shanghai.Month(2026, 7) : default;
            foreach (var meter in year.Meters)
            {
                foreach (var reading in meter.Arrived.Where(reading => !lost.Contains(reading.At)))
                    book.Take(meter.Entry.Meter, lost != default && reading.At >= lost.To ? Exchanged(reading) : reading);
            }

            foreach (var meters in below.Where(meters => meters.Facility == year.Plan.Id))
                meters.Read(book, year);
        }
    }

    /// <summary>Day on which the racks of <see cref="Deep"/> were read, but for its last rack.</summary>
    public static DateOnly RackedDay { get; } = new(2026, 10, 5);

    // Two kilowatts a rack, the second one half of the day by estimates.
    static ImmutableArray<RackMinute> RackDay(Facility facility)
    {
        var day = BusinessCalendar.Shanghai.Day(RackedDay);
        return
        [
            .. facility.Rooms.SelectMany(room => room.Racks).SkipLast(1).SelectMany((rack, index) => Enumerable.Range(0, 1_440).Select(minute => new RackMinute(
                rack.Id, day.From.AddMinutes(minute), null, null, new Energy(33 + (minute % 3)),
                index == 1 && minute < 720 ? IntervalQuality.Estimated : IntervalQuality.Measured))),
        ];
    }

    // A better meter class and a new calibration from a day on: an entry of its own in the registry.
    static RegisteredMeter[] Recalibrated(RegisteredMeter meter) =>
    [
        meter with { ValidTo = ChangeDay },
        meter with { ValidFrom = ChangeDay, AccuracyPercent = 0.2, CalibratedOn = ChangeDay, CalibrationDueOn = ChangeDay.AddYears(3) },
    ];

    // The meter that came after the silence knows nothing of it: what flowed meanwhile is not in any register.
    static RegisterReading Exchanged(RegisterReading reading) => reading with { Serial = $"{reading.Serial}-2" };

    // A position that was typed wrong is excluded on the operator's word and the regulator's consent.
    async Task RestateAsync(FacilityId facility, CancellationToken cancellationToken)
    {
        Time.Advance(TimeSpan.FromDays(6));
        var from = BusinessCalendar.Shanghai.Day(new(2026, 9, 14)).From;
        var claim = new CorrectionClaim(
            facility, "ups-output-1", CorrectionKind.SubstituteEnergy, from, from.AddHours(6), Energy: Energy.FromKilowattHours(120));
        var evidence = new CorrectionEvidence("maintenance-2026-09-14.pdf", Digest.Of("maintenance"));
        var proposed = await Ledger.ProposeAsync(
            claim, [evidence], new("operator.zhou", ActorRole.Operator), "UPS 检修旁路期间电能表未计量", cancellationToken);
        var id = Assert.IsType<CorrectionAnswer.Done>(proposed).Correction.Id;
        Time.Advance(TimeSpan.FromMinutes(40));
        var accepted = await Ledger.AnswerAsync(
            id, CorrectionState.Accepted, new("regulator.lin", ActorRole.Regulator), "与 UPS 运行日志一致", cancellationToken);
        _books[facility].Take(Assert.IsType<CorrectionAnswer.Done>(accepted).Correction);
        await Ledger.CloseAllAsync(cancellationToken);
    }

    static Facility FacilityOf(FacilityPlan plan, ImmutableArray<RegisteredMeter> meters) => new(
        plan.Id, plan.City.City.Code, plan.Name,
        [.. plan.Rooms.Select(room => new Room(room.Id, room.Name, [.. room.Racks.Select(rack => new Rack(rack.Id, rack.Provisioned))]))],
        [.. meters.Where(meter => meter.Facility == plan.Id).Select(meter => new BoundaryMeter(meter.Meter, meter.Role)).Distinct()],
        plan.ItCapacity);

    static FacilityDeclaration DeclarationOf(FacilityPlan plan, int index) => new(
        plan.Id,
        new(
            "CN-JS", index % 3 == 0 ? ["demonstration-base"] : [], 320 + (index * 1_450), index < 3 ? ProjectKind.New : ProjectKind.Existing,
            new DateOnly(2016 + index, 6, 1), index == 4 ? null : CoolingKind.Air, HasOwnDistribution: true, IsColdRegion: false, "telecom",
            index == 0 ? 1.35m : null),
        index % 2 == 0 ? "江苏云海数据有限公司" : "苏网互联",
        index switch { < 2 => ["dual-core"], < 5 => ["three-zones"], _ => [] },
        IsConvertible: null);
}
