using System.Diagnostics;
using System.Net;
using DcOps.Collectors.Snmp.Events;
using DcOps.Testing;

namespace DcOps.Collectors.Snmp.Tests.Traps;

/// <summary>Traps and informs as net-snmp sends them.</summary>
public sealed class NetSnmpNotificationTests : IAsyncLifetime
{
    const string OnBattery = "1.3.6.1.2.1.33.2.1";
    const string Minutes = "1.3.6.1.2.1.33.1.2.3.0";
    const string LowMinutes = "1.3.6.1.2.1.33.1.9.7.0";
    static readonly string[] Level3 = ["-v3", "-u", "monitor", "-l", "authPriv", "-a", "SHA-256", "-A", ReceiverUnderTest.Password, "-x", "AES", "-X", ReceiverUnderTest.OtherPassword];
    ReceiverUnderTest? _test;

    ReceiverUnderTest Test => _test!;

    public async ValueTask InitializeAsync() => _test = await ReceiverUnderTest.StartAsync();

    public async ValueTask DisposeAsync() => await Test.DisposeAsync();

    [Fact]
    public async Task A_version_1_trap_of_a_ups_is_known_in_its_old_spelling()
    {
        await TrapAsync("snmptrap", ["-v1", "-c", "public"], ["1.3.6.1.2.1.33.2", "127.0.0.1", "6", "1", "4200", Minutes, "i", "12", LowMinutes, "i", "5"]);

        var told = await Test.Kept.NextAsync();

        Assert.Equal(("upsTrapOnBattery", EventLevel.Major, EventTransition.Raised), (told.Name, told.Level, told.Transition));
        Assert.Equal(("NJ-01", "ups-1", "1.3.6.1.2.1.33.2.0.1"), (told.Location, told.Device, told.Kind));
        Assert.Equal(TimeSpan.FromSeconds(42), told.UpTime);
        Assert.Equal([new(Minutes, "12"), new(LowMinutes, "5")], told.Variables);
    }

    [Fact]
    public async Task A_version_2_trap_of_a_ups_is_graver_when_the_battery_runs_out()
    {
        await TrapAsync("snmptrap", ["-v2c", "-c", "public"], ["4200", OnBattery, Minutes, "i", "4", LowMinutes, "i", "5"]);

        var told = await Test.Kept.NextAsync();

        Assert.Equal(("upsTrapOnBattery", EventLevel.Critical), (told.Name, told.Level));
        Assert.NotEmpty(told.MeaningZh);
    }

    [Fact]
    public async Task An_inform_is_acknowledged_when_it_has_been_kept()
    {
        var (code, _) = await TrapAsync("snmpinform", ["-v2c", "-c", "public"], ["4200", "1.3.6.1.4.1.318.0.5"]);

        Assert.Equal(0, code);
        Assert.Equal("upsOnBattery", (await Test.Kept.NextAsync()).Name);
        Assert.Equal(IPAddress.Loopback, await Test.Devices.Hastened.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_inform_that_the_disk_does_not_take_is_not_acknowledged_and_is_new_when_it_comes_again()
    {
        Test.Kept.IsFull = true;
        var (code, said) = await TrapAsync("snmpinform", ["-v2c", "-c", "public", "-r", "0", "-t", "1"], ["4200", "1.3.6.1.4.1.318.0.5"]);
        Assert.NotEqual(0, code);
        Assert.Contains("Timeout", said, StringComparison.Ordinal);
        Test.Kept.IsFull = false;

        (code, _) = await TrapAsync("snmpinform", ["-v2c", "-c", "public"], ["4200", "1.3.6.1.4.1.318.0.5"]);

        Assert.Equal(0, code);
        Assert.Equal("upsOnBattery", (await Test.Kept.NextAsync()).Name);
    }

    [Fact]
    public async Task A_version_3_trap_is_opened_by_the_sender_s_own_engine()
    {
        await TrapAsync("snmptrap", [.. Level3, "-e", "0x8000000001020304"], ["4200", OnBattery, Minutes, "i", "12"]);

        Assert.Equal("upsTrapOnBattery", (await Test.Kept.NextAsync()).Name);
    }

    [Theory]
    [InlineData("monitor", "authPriv", "SHA-256")]
    [InlineData("signer", "authNoPriv", "SHA-512")]
    public async Task A_version_3_inform_discovers_our_engine_and_its_clock_and_is_acknowledged(string user, string level, string digest)
    {
        string[] privacy = level == "authPriv" ? ["-x", "AES", "-X", ReceiverUnderTest.OtherPassword] : [];
        var (code, said) = await TrapAsync(
            "snmpinform", ["-v3", "-u", user, "-l", level, "-a", digest, "-A", ReceiverUnderTest.Password, .. privacy], ["4200", "1.3.6.1.4.1.318.0.7"]);

        Assert.Equal((0, ""), (code, said));
        Assert.Equal("lowBattery", (await Test.Kept.NextAsync()).Name);
    }

    [Fact]
    public async Task A_version_3_inform_is_acknowledged_after_our_restart_too()
    {
        await TrapAsync("snmpinform", Level3, ["4200", "1.3.6.1.4.1.318.0.7"]);
        await Test.RestartAsync();

        var (code, said) = await TrapAsync("snmpinform", Level3, ["4200", "1.3.6.1.4.1.318.0.5"]);

        Assert.Equal((0, ""), (code, said));
    }

    [Theory]
    [InlineData("unknown-user", "-v3", "-u", "nobody", "-l", "noAuthNoPriv", "-e", "0x8000000001020304")]
    [InlineData("wrong-digest", "-v3", "-u", "signer", "-l", "authNoPriv", "-a", "SHA-512", "-A", "wrong-password", "-e", "0x8000000001020304")]
    [InlineData("unsupported-security-level", "-v3", "-u", "signer", "-l", "noAuthNoPriv", "-e", "0x8000000001020304")]
    [InlineData("unknown-community", "-v2c", "-c", "private")]
    public async Task A_notification_that_nobody_vouches_for_is_refused_by_name(string outcome, params string[] credentials)
    {
        var before = SnmpMetrics.Notifications.WithLabels(outcome).Value;
        await TrapAsync("snmptrap", credentials, ["4200", OnBattery]);
        await TrapAsync("snmptrap", ["-v2c", "-c", "public"], ["4200", "1.3.6.1.4.1.318.0.9"]);

        Assert.Equal("powerRestored", (await Test.Kept.NextAsync()).Name);
        Assert.Equal(before + 1, SnmpMetrics.Notifications.WithLabels(outcome).Value);
    }

    [Fact]
    public async Task What_is_told_every_minute_is_one_event_until_it_ends()
    {
        for (var minute = 0; minute < 4; minute++)
        {
            await InformAsync(OnBattery, Minutes, "i", $"{20 - minute}");
            Test.Time.Advance(TimeSpan.FromMinutes(1));
        }

        await InformAsync("1.3.6.1.4.1.318.0.5");
        await InformAsync("1.3.6.1.4.1.318.0.9");
        await InformAsync("1.3.6.1.4.1.318.0.5");
        Test.Time.Advance(TimeSpan.FromMinutes(3));
        await InformAsync(OnBattery, Minutes, "i", "13");

        var told = new List<(string, EventTransition)>();
        while (Test.Kept.Waiting > 0)
            told.Add(await Test.Kept.NextAsync() is { } each ? (each.Name, each.Transition) : default);
        Assert.Equal(
            [
                ("upsTrapOnBattery", EventTransition.Raised),
                ("upsOnBattery", EventTransition.Raised),
                ("powerRestored", EventTransition.Cleared),
                ("upsOnBattery", EventTransition.Raised),
                ("upsTrapOnBattery", EventTransition.Raised),
            ],
            told);
    }

    [Fact]
    public async Task An_unknown_notification_stays_readable()
    {
        await InformAsync("1.3.6.1.4.1.99999.0.7", "1.3.6.1.4.1.99999.1.1.0", "s", "冷却液泄漏");

        var told = await Test.Kept.NextAsync();

        Assert.Equal(("1.3.6.1.4.1.99999.0.7", "", EventLevel.None), (told.Name, told.Meaning, told.Level));
        Assert.Equal([new("1.3.6.1.4.1.99999.1.1.0", "冷却液泄漏")], told.Variables);
    }

    async Task InformAsync(string kind, params string[] variables)
    {
        var (code, said) = await TrapAsync("snmpinform", ["-v2c", "-c", "public"], ["4200", kind, .. variables]);
        Assert.Equal((0, ""), (code, said));
    }

    async Task<(int Code, string Said)> TrapAsync(string program, string[] credentials, string[] rest)
    {
        var start = new ProcessStartInfo(ExternalProgram.Find(program, "snmp"), [.. credentials, "-m", "", "-M", "", Test.Address.ToString(), .. rest])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["SNMP_PERSISTENT_DIR"] = Path.GetTempPath();
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await errors);
    }
}
