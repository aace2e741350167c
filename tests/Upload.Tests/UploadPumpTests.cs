using System.Text.Json.Nodes;
using DcOps.Signing.Payloads;
using DcOps.Testing;
using DcOps.Testing.Platforms;
using DcOps.Upload.Configuration;
using DcOps.Upload.Payloads;
using DcOps.Upload.Sending;
using DcOps.Upload.Spool;
using DcOps.Upload.Standing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcOps.Upload.Tests;

/// <summary>The upload against a platform on a real port that refuses, delays, doubles and loses.</summary>
public sealed class UploadPumpTests : IDisposable
{
    readonly ScratchFolder _folder = new();

    // A live quarter-hour ended 20 minutes ago; two days lie behind it.
    readonly ShiftedTime _time = new(Sample.Day.AddDays(2).AddMinutes(35));

    readonly UploadJournal _journal = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_item_is_taken_once_whatever_becomes_of_messages_and_replies()
    {
        await using var platform = await EnergyPlatform.StartAsync();
        platform.Faults =
        [
            PlatformFault.Unavailable, PlatformFault.None, PlatformFault.LostReply, PlatformFault.Twice, PlatformFault.Gibberish,
            PlatformFault.LostReply, PlatformFault.LostReply, PlatformFault.TooLate, PlatformFault.Twice, PlatformFault.None, PlatformFault.Unavailable,
        ];
        var items = Sample.Quarters(Sample.Day, 190);
        var spool = Reopened();
        spool.Append(items);

        await RunAsync(platform, spool, () => UntilAcknowledgedAsync(spool), most: 20, timeout: "00:00:01");

        Assert.Equal(items.Select(Sample.PlatformKey).Order(StringComparer.Ordinal), platform.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(0, spool.PendingOf("province").Count);
        Assert.Equal(0, Reopened().PendingOf("province").Count);
    }

    [Fact]
    public async Task What_is_live_goes_before_the_backlog()
    {
        await using var platform = await EnergyPlatform.StartAsync();
        var (old, live) = (Sample.Quarters(Sample.Day, 20), Sample.Quarters(Sample.Day.AddDays(2).AddMinutes(-15), 2));
        var spool = Reopened();
        spool.Append(old);
        spool.Append(live);

        await RunAsync(platform, spool, () => platform.UntilTakenAsync(22, Stop), most: 5);

        Assert.Equal(live.Concat(old).Select(Sample.PlatformKey), platform.Keys);
    }

    [Fact]
    public async Task A_live_item_overtakes_a_backlog_that_is_under_way()
    {
        await using var platform = await EnergyPlatform.StartAsync();
        platform.Faults = [PlatformFault.None, PlatformFault.None, .. Enumerable.Repeat(PlatformFault.Unavailable, 5)];
        var (old, live) = (Sample.Quarters(Sample.Day, 60), Sample.Quarters(Sample.Day.AddDays(2), 1));
        var spool = Reopened();
        spool.Append(old);

        await RunAsync(
            platform, spool,
            async () =>
            {
                await platform.UntilMessagesAsync(3, Stop);
                spool.Append(live);
                await platform.UntilTakenAsync(61, Stop);
            },
            most: 10);

        Assert.InRange(platform.Keys.IndexOf(Sample.PlatformKey(live[0])), 20, 30);
    }

    [Fact]
    public async Task A_correction_goes_as_the_next_revision_after_the_first()
    {
        await using var platform = await EnergyPlatform.StartAsync();
        var spool = Reopened();
        spool.Append(Sample.Quarters(Sample.Day, 2));

        await RunAsync(
            platform, spool,
            async () =>
            {
                await platform.UntilTakenAsync(2, Stop);
                spool.Append(Sample.Quarters(Sample.Day, 1, revision: 2));
                await platform.UntilTakenAsync(3, Stop);
            });

        Assert.Equal(Sample.Quarters(Sample.Day, 2).Concat(Sample.Quarters(Sample.Day, 1, revision: 2)).Select(Sample.PlatformKey), platform.Keys);
    }

    [Fact]
    public async Task A_sender_that_is_stopped_in_the_middle_goes_on_where_it_was()
    {
        await using var platform = await EnergyPlatform.StartAsync();
        platform.Faults = [PlatformFault.None, PlatformFault.None, PlatformFault.TooLate];
        var items = Sample.Quarters(Sample.Day, 60);
        Reopened().Append(items);

        // The third message is taken, and its sender is gone before the reply.
        await RunAsync(platform, Reopened(), () => platform.UntilMessagesAsync(3, Stop), most: 10);
        Assert.Equal(30, platform.Keys.Length);
        Assert.Equal(40, Reopened().PendingOf("province").Count);
        await RunAsync(platform, Reopened(), () => platform.UntilTakenAsync(60, Stop), most: 10);

        Assert.Equal(items.Select(Sample.PlatformKey), platform.Keys);
    }

    [Fact]
    public async Task Items_that_the_platform_never_takes_are_put_aside_by_name_and_hold_up_no_other()
    {
        await using var platform = await EnergyPlatform.StartAsync();
        platform.Refuses["3300.bad"] = true;
        var (good, bad) = (Sample.Quarters(Sample.Day, 50), Sample.Quarters(Sample.Day.AddHours(3), 2, "3300.bad"));
        var spool = Reopened();
        spool.Append([.. good, .. bad]);

        await RunAsync(platform, spool, () => UntilAcknowledgedAsync(spool), most: 25);

        Assert.Equal(good.Select(Sample.PlatformKey).Order(StringComparer.Ordinal), platform.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(bad, spool.RefusedBy("province"));
    }

    [Fact]
    public async Task Two_destinations_get_every_item_and_one_that_is_away_holds_up_no_other()
    {
        await using var near = await EnergyPlatform.StartAsync();
        var port = FreePort.Tcp();
        var spool = ItemSpool.Open(_folder.Path, ["province", "nation"], new(), NullLogger<ItemSpool>.Instance);
        var items = Sample.Quarters(Sample.Day, 40);
        spool.Append(items);
        var options = Sample.Options(near.Url);
        var away = Sample.Options(new($"http://127.0.0.1:{port}/"));
        using var first = Pump(options, spool);
        using var second = Pump(away, spool, "nation");

        await first.StartAsync(Stop);
        await second.StartAsync(Stop);
        await near.UntilTakenAsync(40, Stop);
        Assert.Equal(40, spool.PendingOf("nation").Count);
        await using var far = await EnergyPlatform.StartAsync(port);
        await far.UntilTakenAsync(40, Stop);
        await Task.WhenAll(first.StopAsync(Stop), second.StopAsync(Stop));

        Assert.Equal(items.Select(Sample.PlatformKey), far.Keys);
        Assert.Equal(near.Keys, far.Keys);
    }

    [Fact]
    public async Task Registers_and_tells_enterprise_and_meters_and_fetches_base_data_once_per_version()
    {
        const string steps =
            """
            , "registerPath": "register", "register": { "id": "{{device}}" }, "enterprisePath": "enterprise", "enterprise": { "code": "{{enterprise}}" },
              "metersPath": "meters", "meters": { "meters": { "$each": "meters", "of": { "name": "{{meter}}", "unit": "{{unit}}", "id": "{{device}}" } } },
              "versionPath": "version", "basePath": "base"
            """;
        await using var platform = await EnergyPlatform.StartAsync();
        var options = WithVersion(Sample.Json(platform.Url + "api", steps));
        var spool = Reopened();
        spool.Append(Sample.Quarters(Sample.Day, 1));

        await RunAsync(options, spool, () => platform.UntilTakenAsync(1, Stop));

        Assert.Equal(["register", "enterprise", "meters"], platform.Others.Select(each => each.Path));
        Assert.Equal("""{"meters":[{"name":"main","unit":"万kWh","id":"NJ01"},{"name":"ups","unit":"kWh","id":"NJ01"}]}""", platform.Others[2].Body);
        Assert.Contains("\"tables\":[1]", await File.ReadAllTextAsync(_folder.Of("province.base.json"), Stop), StringComparison.Ordinal);
        platform.Version = "2";
        spool.Append(Sample.Quarters(Sample.Day.AddHours(1), 1));
        await RunAsync(options, spool, () => platform.UntilTakenAsync(2, Stop));
        Assert.Contains("\"tables\":[2]", await File.ReadAllTextAsync(_folder.Of("province.base.json"), Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aes128-cbc", CipherSuite.Aes128Cbc, 16)]
    [InlineData("aes256-gcm", CipherSuite.Aes256Gcm, 32)]
    [InlineData("sm4-cbc", CipherSuite.Sm4Cbc, 16)]
    [InlineData("sm4-gcm", CipherSuite.Sm4Gcm, 16)]
    public async Task The_platform_opens_what_was_sealed_with_the_key_that_both_have(string name, CipherSuite suite, int bytes)
    {
        var (key, mac) = (Enumerable.Range(1, bytes).Select(each => (byte)each).ToArray(), "0123456789abcdef"u8.ToArray());
        await using var platform = await EnergyPlatform.StartAsync();
        platform.Open = body =>
        {
            var (sealedBytes, code) = (Convert.FromBase64String(JsonNode.Parse(body)!["data"]!.ToString()), JsonNode.Parse(body)!["mac"]!.ToString());
            Assert.Equal(Convert.ToBase64String(PayloadCiphers.Mac(MacSuite.HmacSm3, mac, sealedBytes)), code);
            return System.Text.Encoding.UTF8.GetString(PayloadCiphers.Of(suite, key).Open(sealedBytes));
        };
        var json = Sample.Json(platform.Url + "api", """, "envelope": { "companyCode": "{{enterprise}}", "data": "{{payload}}", "mac": "{{mac}}" }""")
            .Replace("\"firstPause\"", $"\"cipher\": \"{name}\", \"cipherKey\": \"text:{Convert.ToHexString(key)}\", \"mac\": \"hmac-sm3\", \"macKey\": \"text:{Convert.ToHexString(mac)}\", \"firstPause\"", StringComparison.Ordinal);
        var plan = Sample.Plan(json);
        var spool = Reopened();
        spool.Append(Sample.Quarters(Sample.Day, 3));

        await RunAsync(plan.Options, spool, () => platform.UntilTakenAsync(3, Stop), plan.Seals[0]);

        Assert.Equal(Sample.Quarters(Sample.Day, 3).Select(Sample.PlatformKey), platform.Keys);
    }

    public void Dispose() => _folder.Dispose();

    static UploadOptions WithVersion(string json) =>
        Sample.Plan(json.Replace("\"duplicate\": [ \"1\" ]", "\"duplicate\": [ \"1\" ], \"version\": \"version\", \"service\": \"service\"", StringComparison.Ordinal)).Options;

    static async Task UntilAcknowledgedAsync(ItemSpool spool)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        while (spool.PendingOf("province").Count > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
    }

    Task RunAsync(EnergyPlatform platform, ItemSpool spool, Func<Task> during, int most = 200, string timeout = "00:00:30") =>
        RunAsync(Sample.Options(platform.Url, most, timeout: timeout), spool, during);

    async Task RunAsync(UploadOptions options, ItemSpool spool, Func<Task> during, PayloadSeal? seal = null)
    {
        using var pump = Pump(options, spool, seal: seal);
        await pump.StartAsync(Stop);
        await during();
        await pump.StopAsync(Stop);
    }

    ItemSpool Reopened() => ItemSpool.Open(_folder.Path, ["province"], new(), NullLogger<ItemSpool>.Instance);

    UploadPump Pump(UploadOptions options, ItemSpool spool, string name = "province", PayloadSeal? seal = null)
    {
        var destination = options.Destinations[0];
        var named = name == destination.Name ? destination : new UploadDestination
        {
            Name = name,
            Url = destination.Url,
            Messages = destination.Messages,
            Reply = destination.Reply,
            IsBehindGateway = true,
            FirstPause = destination.FirstPause,
            LongestPause = destination.LongestPause,
        };
        var protocol = new JsonProtocol(
            named, seal ?? new(PayloadCiphers.Of(CipherSuite.None, []), MacSuite.None, [], null), _folder.Path, _time, new SocketsHttpHandler());
        // Fast enough that the cap on the backlog is not what these tests wait for.
        var pace = new BacklogPace(1_000_000, _time);
        return new(named, options, spool, protocol, pace, _journal, _time, NullLogger<UploadPump>.Instance);
    }
}
