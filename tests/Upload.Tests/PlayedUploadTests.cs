using DcOps.Domain.History;
using DcOps.Domain.Ledger;
using DcOps.Domain.Ledger.Archive;
using DcOps.Domain.Metering;
using DcOps.Domain.Statements;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;
using DcOps.History.Embedded;
using DcOps.Ledger;
using DcOps.Registry;
using DcOps.Signing.Payloads;
using DcOps.Simulator.Layout;
using DcOps.Simulator.Years;
using DcOps.Testing;
using DcOps.Testing.Platforms;
using DcOps.Upload.Configuration;
using DcOps.Upload.Feed;
using DcOps.Upload.Items;
using DcOps.Upload.Sending;
using DcOps.Upload.Spool;
using DcOps.Upload.Standing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Upload.Tests;

/// <summary>
/// From a year of readings with faulty meters, through the embedded store, the ledger and its archive on disk, into the spool and to
/// a platform that loses, doubles, delays and refuses.
/// </summary>
public sealed class PlayedUploadTests : IAsyncDisposable
{
    const ulong Seed = 7;

    static readonly DateOnly First = new(2025, 3, 1);
    static readonly DateOnly FeedFrom = new(2026, 1, 28);
    static readonly DateOnly End = new(2026, 3, 1);
    static readonly BusinessCalendar Calendar = BusinessCalendar.Shanghai;

    readonly ScratchFolder _folder = new();
    readonly FakeTimeProvider _time = new(Calendar.Day(FeedFrom).From);
    readonly EmbeddedHistory _history;
    readonly RegistryArchive _archive;

    public PlayedUploadTests()
    {
        _history = new(new(_folder.Of("history"), KeepDays: 36_500, RecentRows: 4_000_000, MemoryMegabytes: 256, Threads: 2), _time, NullLogger<EmbeddedHistory>.Instance);
        _archive = RegistryArchive.Embedded(_folder.Of("registry.db"));
    }

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_figure_of_the_ledger_is_at_the_platform_once_and_again_after_a_correction()
    {
        var (ledger, id, meters) = await PlayAsync();
        await using var platform = await EnergyPlatform.StartAsync();
        var options = OptionsFor(platform.Url, id, meters);
        var (spool, journal) = (ItemSpool.Open(_folder.Of("spool"), ["province"], new(), NullLogger<ItemSpool>.Instance), new UploadJournal());
        var feed = new ItemFeed(options, new LedgerItems(ledger, options, _time), spool, _folder.Path, _time, NullLogger<ItemFeed>.Instance);

        await feed.TakeAsync(Stop);
        while (Calendar.LocalDate(_time.GetUtcNow()) < End.AddDays(6))
        {
            _time.Advance(TimeSpan.FromHours(24));
            await ledger.CloseAllAsync(Stop);
            await feed.TakeAsync(Stop);
        }

        platform.Faults =
        [
            PlatformFault.Unavailable, PlatformFault.LostReply, PlatformFault.Twice, PlatformFault.TooLate, PlatformFault.None,
            PlatformFault.Gibberish, PlatformFault.LostReply, PlatformFault.Twice, PlatformFault.Unavailable,
        ];
        await SendAsync(options, spool, journal);

        var before = Kept(spool);
        Assert.True(before.Length > 31 * 96 * meters.Length, $"{before.Length} items");
        Assert.Equal(before.Select(Sample.PlatformKey).Order(StringComparer.Ordinal), platform.Keys.Order(StringComparer.Ordinal));
        await SaysTheLedgersDaysAsync(ledger, id, meters, before);

        var corrected = await CorrectAsync(ledger, id, meters[^1]);
        Assert.True(await feed.TakeAsync(Stop) > 0);
        platform.Faults = [PlatformFault.LostReply, PlatformFault.Twice];
        await SendAsync(options, spool, journal);

        var after = Kept(spool);
        var again = after.Except(before).ToList();
        Assert.NotEmpty(again);
        Assert.All(again, item => Assert.True(item.Revision > 1, item.Key));
        Assert.Contains(again, item => item.Span == ItemSpan.Day && item.PeriodStart == Calendar.DayOf(corrected).From && item.Code == meters[^1]);
        Assert.Equal(after.Select(Sample.PlatformKey).Order(StringComparer.Ordinal), platform.Keys.Order(StringComparer.Ordinal));
        await SaysTheLedgersDaysAsync(ledger, id, meters, after);
        await StandsAsItWasAnsweredAsync(new UploadWatch(options, spool, journal, _time));
    }

    public async ValueTask DisposeAsync()
    {
        await _history.DisposeAsync();
        _archive.Dispose();
        _folder.Dispose();
    }

    async Task<(EnergyLedger Ledger, FacilityId Facility, ImmutableArray<string> Meters)> PlayAsync()
    {
        var plan = ProvinceGenerator.Generate(new LayoutSize(1, 20), Seed).Facilities[0];
        var year = new FacilityYear(plan, First, End.AddDays(10), Seed);
        year.Play();
        foreach (var meter in year.Meters)
        {
            await _history.WriteAsync(
                HistoryBatch.Empty with { MeterReadings = [.. meter.Arrived.Select(reading => MeterReading.Of(plan.Id, meter.Entry.Meter, reading))] }, Stop);
        }

        ImmutableArray<RegisteredMeter> entries = [.. year.Meters.Select(meter => meter.Entry)];
        var inventory = new Inventory(
            ProvinceId.Parse("JS"), new("江苏", "Jiangsu"), [plan.City.City],
            [new(plan.Id, plan.City.City.Code, plan.Name, [], [.. entries.Select(meter => new BoundaryMeter(meter.Meter, meter.Role)).Distinct()], plan.ItCapacity)]);
        var settings = LedgerSettings.Shipped(new MeterRegistry(entries));
        var desk = new DeskRecords(_archive, inventory.Province.Value);
        var ledger = new EnergyLedger(new(inventory, new HistoryBooks(_history, desk, settings), _archive, settings, ClosePolicy.Default, _time));
        await ledger.CloseAllAsync(Stop);
        return (ledger, plan.Id, [.. entries.Where(meter => meter.Role is MeterRole.UtilityEntrance or MeterRole.UpsOutput).Select(meter => meter.Meter).Distinct().Take(2)]);
    }

    static UploadOptions OptionsFor(Uri url, FacilityId facility, ImmutableArray<string> meters)
    {
        var json = Sample.Json(url + "api")
            .Replace("\"facility\": \"NJ-01\"", $"\"facility\": \"{facility}\"", StringComparison.Ordinal)
            .Replace("""{ "meter": "main", "code": "3300.main", "unit": "万kWh", "countsPerUnit": 10000000, "decimals": 4, "tceFactor": 1.229 }""", $$"""{ "meter": "{{meters[0]}}", "code": "{{meters[0]}}" }""", StringComparison.Ordinal)
            .Replace("""{ "meter": "ups", "code": "3300.ups" }""", $$"""{ "meter": "{{meters[1]}}", "code": "{{meters[1]}}" }""", StringComparison.Ordinal)
            .Replace("\"firstPause\"", "\"mostItemsPerMessage\": 200, \"timeout\": \"00:00:01\", \"firstPause\"", StringComparison.Ordinal);
        return Sample.Plan(json).Options;
    }

    async Task SendAsync(UploadOptions options, ItemSpool spool, UploadJournal journal)
    {
        // Everything that the feed took is due by then.
        var time = new ShiftedTime(_time.GetUtcNow().AddHours(1));
        var destination = options.Destinations[0];
        using var protocol = new JsonProtocol(
            destination, new(PayloadCiphers.Of(CipherSuite.None, []), MacSuite.None, [], null), _folder.Path, time, new SocketsHttpHandler());
        using var pump = new UploadPump(
            destination, options, spool, protocol, new BacklogPace(1_000_000, time), journal, time, NullLogger<UploadPump>.Instance);
        await pump.StartAsync(Stop);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        while (spool.PendingOf("province").Count > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
        await pump.StopAsync(Stop);
    }

    static UploadItem[] Kept(ItemSpool spool) => [.. spool.ItemsOf(new(2025, 1, 1), new(2027, 1, 1))];

    // The newest revision of every day that is closed is what the ledger says of it.
    static async Task SaysTheLedgersDaysAsync(EnergyLedger ledger, FacilityId facility, ImmutableArray<string> meters, UploadItem[] items)
    {
        var days = await ledger.ClosedAsync(facility, PeriodKind.Day, new(Calendar.Day(FeedFrom).From, Calendar.Day(End).From), Stop);
        Assert.True(days.Length >= 30, $"{days.Length} days are closed");
        foreach (var meter in meters)
        {
            foreach (var day in days)
            {
                var series = (await ledger.IntervalsAsync(facility, meter, day.Period, IntervalGrid.Quarter, Stop))!.Series;
                var sent = items.Where(item => item.Code == meter && item.Span == ItemSpan.Day && item.PeriodStart == day.Period.From)
                    .MaxBy(item => item.Revision);
                Assert.Equal(
                    decimal.Round(series.TotalOf(day.Period).WattHours / 1_000m, 3, MidpointRounding.AwayFromZero), sent?.Value);
            }
        }
    }

    async Task<DateTimeOffset> CorrectAsync(EnergyLedger ledger, FacilityId facility, string meter)
    {
        var from = Calendar.Day(new(2026, 2, 10)).From;
        var claim = new CorrectionClaim(
            facility, meter, CorrectionKind.SubstituteEnergy, from, from.AddHours(6), Energy: Energy.FromKilowattHours(12));
        var proposed = await ledger.ProposeAsync(
            claim, [new("work-order.pdf", Digest.Of("work order"))], new("operator.zhou", ActorRole.Operator), "meter bypassed", Stop);
        await ledger.AnswerAsync(
            Assert.IsType<CorrectionAnswer.Done>(proposed).Correction.Id, CorrectionState.Accepted, new("regulator.lin", ActorRole.Regulator), "agrees", Stop);
        _time.Advance(TimeSpan.FromMinutes(5));
        await ledger.CloseAllAsync(Stop);
        return from;
    }

    async Task StandsAsItWasAnsweredAsync(UploadWatch watch)
    {
        var standing = Assert.Single(await watch.StandingAsync(new(Calendar.Day(FeedFrom).From, _time.GetUtcNow()), Stop));

        Assert.Equal(("province", 0L, null), (standing.Destination, standing.Pending, standing.OldestPending));
        Assert.NotNull(standing.LastAcknowledgedAt);
        Assert.Null(standing.LastFailure);
        Assert.All(standing.Days, day => Assert.Equal(day.Spooled, day.Acknowledged));
        Assert.All(standing.Days.Take(31), day => Assert.Equal(2 * 97, day.Expected));
        Assert.Equal(FeedFrom, standing.Days[0].Day);
    }
}
