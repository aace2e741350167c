using DcOps.Contracts.Collectors;
using DcOps.Testing;

namespace DcOps.Collectors.Pipeline.Tests.Hosting;

/// <summary>The collectors' executable against a province that says what it reads.</summary>
public sealed class ConfigurationFromProvinceTests
{
    const string Inventory = """
        "province": { "id": "JS", "name": { "chinese": "江苏", "english": "Jiangsu" } },
        "cities": [{ "code": "NJ", "name": { "chinese": "南京", "english": "Nanjing" } }],
        "facilities": [{ "id": "NJ-01", "city": "NJ", "name": { "chinese": "一", "english": "One" },
          "rooms": [{ "id": "R01", "name": { "chinese": "一", "english": "One" }, "racks": [{ "id": "A01", "provisionedKilowatts": 8 }] }] }],
        """;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Runs_what_it_is_told_and_then_what_it_is_told_next()
    {
        await using var province = await ScriptedProvince.StartAsync();
        await using var collector = new CollectorProcess();
        using var client = await collector.StartAsync(collector.FromProvince(province.Address, ScriptedProvince.Token));
        await collector.UntilReadyAsync(client, "nothing is read for want of a configuration");
        await collector.UntilReadyAsync(client, "There is none.");

        province.Offered = Site(Device("pdu-a"));
        await collector.UntilReadyAsync(client, $"configuration {VersionOf(province)}");
        await collector.UntilAsync(() => province.Last is { Devices: 1 });
        var first = province.Last!.Configuration!;
        province.Offered = Site(Device("pdu-a"), Device("pdu-b"));
        await collector.UntilAsync(() => province.Last is { Devices: 2 });

        Assert.NotEqual(first.Version, province.Last.Configuration!.Version);
        Assert.Equal(VersionOf(province), province.Last.Configuration.Version);
        Assert.Null(province.Last.Configuration.Refusal);
        await collector.UntilReadyAsync(client, "the province hears this collector");
    }

    [Fact]
    public async Task Works_from_its_own_copy_when_the_province_is_away()
    {
        await using var province = await ScriptedProvince.StartAsync();
        province.Offered = Site(Device("pdu-a"));
        await using var collector = new CollectorProcess();
        var file = collector.FromProvince(province.Address, ScriptedProvince.Token);
        using (var client = await collector.StartAsync(file))
            await collector.UntilReadyAsync(client, $"configuration {VersionOf(province)}");
        await collector.StopAsync();
        var version = VersionOf(province);
        await province.DisposeAsync();

        using var again = await collector.StartAsync(file);
        var ready = await collector.UntilReadyAsync(again, $"configuration {version}");

        Assert.DoesNotContain("want of a configuration", ready, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(collector.Kept));
    }

    [Fact]
    public async Task Does_not_run_a_copy_that_was_changed_on_its_disk()
    {
        await using var province = await ScriptedProvince.StartAsync();
        province.Offered = Site(Device("pdu-a"));
        await using var collector = new CollectorProcess();
        var file = collector.FromProvince(province.Address, ScriptedProvince.Token);
        using (var client = await collector.StartAsync(file))
            await collector.UntilReadyAsync(client, $"configuration {VersionOf(province)}");
        await collector.StopAsync();
        var bytes = await File.ReadAllBytesAsync(collector.Kept, Cancellation);
        bytes[^9] ^= 1;
        await File.WriteAllBytesAsync(collector.Kept, bytes, Cancellation);
        province.Offered = null;

        using var again = await collector.StartAsync(file);

        await collector.UntilReadyAsync(again, "nothing is read for want of a configuration");
        Assert.Contains("is damaged: its digest does not fit", collector.Output, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Refused => new()
    {
        { "nj-02|", "is collector 'nj-02''s, and this is 'nj-01'" },
        { "nj-01|{ \"snmp\": 1 }", "snmp: " },
        { "nj-01|{", "is not valid JSON" },
        { "nj-01|{ \"other\": {} }", "province: is missing" },
        { "nj-01|facilities", "which this collector is not to read" },
        { "nj-01|secret", "the environment variable DCOPS_TEST_ABSENT is not set" },
        { "nj-01|profile", "'acme' is not a device profile" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Goes_on_with_what_it_runs_when_the_newer_one_is_wrong_and_says_why(string wrong, string reason)
    {
        await using var province = await ScriptedProvince.StartAsync();
        province.Offered = Site(Device("pdu-a"));
        await using var collector = new CollectorProcess();
        using var client = await collector.StartAsync(collector.FromProvince(province.Address, ScriptedProvince.Token));
        var version = VersionOf(province);
        await collector.UntilReadyAsync(client, $"configuration {version}");

        province.Offered = wrong.Split('|') switch
        {
            [var name, ""] => Site(Device("pdu-a")) with { Collector = name },
            [_, "facilities"] => Site() with { Text = Site().Text.Replace("NJ-01", "NJ-02", StringComparison.Ordinal) },
            [_, "secret"] => Site() with { Text = Site().Text.Replace("text:public", "env:DCOPS_TEST_ABSENT", StringComparison.Ordinal) },
            [_, "profile"] => Site(Device("pdu-a").Replace("megatec-ups", "acme", StringComparison.Ordinal)),
            [var name, var text] => new(name, text, []),
            _ => throw new InvalidOperationException(wrong),
        };
        await collector.UntilAsync(() => province.Last?.Configuration?.Refusal is not null);

        var told = province.Last!.Configuration!;
        Assert.Contains(reason, told.Refusal, StringComparison.Ordinal);
        Assert.Equal(version, told.Version);
        Assert.Equal(VersionOf(province), told.RefusedVersion);
        Assert.Equal(1, province.Last.Devices);
    }

    [Fact]
    public async Task Does_not_take_what_was_changed_on_its_way()
    {
        await using var province = await ScriptedProvince.StartAsync();
        province.Tamper = body => [.. body[..^2], (byte)' ', .. body[^2..]];
        province.Offered = Site(Device("pdu-a"));
        await using var collector = new CollectorProcess();
        using var client = await collector.StartAsync(collector.FromProvince(province.Address, ScriptedProvince.Token));

        await collector.UntilReadyAsync(client, "changed or cut on its way");
        province.Tamper = static body => body;
        await collector.UntilReadyAsync(client, $"configuration {VersionOf(province)}");
    }

    [Fact]
    public async Task Says_that_its_token_is_wrong()
    {
        await using var province = await ScriptedProvince.StartAsync();
        province.Offered = Site(Device("pdu-a"));
        await using var collector = new CollectorProcess();
        using var client = await collector.StartAsync(collector.FromProvince(province.Address, "a-token-of-nobody-known"));

        await collector.UntilReadyAsync(client, "the province answers 401: The token is missing or unknown here.");
    }

    [Theory]
    [InlineData("\"token\"", "\"tokens\"", "'tokens' is not a known key")]
    [InlineData("http://127.0.0.1", "http://10.20.0.5", "is plain http; a configuration carries credentials: use https.")]
    [InlineData("\"collector\": {", "\"mqtt\": {}, \"collector\": {", "mqtt: is the province's to say")]
    [InlineData("NJ-01", "?", "'?' is not a facility id")]
    public async Task Refuses_at_the_start_what_cannot_be_meant(string replace, string by, string fault)
    {
        await using var collector = new CollectorProcess();
        var file = collector.FromProvince(new("http://127.0.0.1:9"), ScriptedProvince.Token);
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, Cancellation)).Replace(replace, by, StringComparison.Ordinal), Cancellation);

        var (code, output) = await CollectorProcess.RunAsync("--config", file, "--check");

        Assert.Equal(2, code);
        Assert.Contains(fault, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finds_the_sample_of_a_remote_collector_valid()
    {
        await using var collector = new CollectorProcess();
        var file = collector.FromProvince(new("http://127.0.0.1:9"), ScriptedProvince.Token);
        var sample = await File.ReadAllTextAsync(RepositoryRoot.Of("collectors", "Host", "remote.sample.json"), Cancellation);
        await File.WriteAllTextAsync(file, sample.Replace("file:/etc/dcops/token", "text:a-token-of-the-sample", StringComparison.Ordinal), Cancellation);

        var (code, output) = await CollectorProcess.RunAsync("--config", file, "--check");

        Assert.Equal("", output.Replace($"{file} is valid.", "", StringComparison.Ordinal).Trim());
        Assert.Equal(0, code);
    }

    static string Device(string name) => $$"""
        { "name": "{{name}}", "location": "NJ-01/R01/A01", "address": "127.0.0.1:9", "profile": "megatec-ups", "credentials": "site", "ratedKilowatts": 8 }
        """;

    static SiteConfiguration Site(params string[] devices) => new(
        "nj-01",
        $$"""{ {{Inventory}} "snmp": { "credentials": { "site": { "version": "v2c", "community": "text:public" } }, "devices": [{{string.Join(',', devices)}}] } }""",
        []);

    static string VersionOf(ScriptedProvince province) => SiteConfigurationJson.VersionOf(SiteConfigurationJson.Encode(province.Offered!));
}
