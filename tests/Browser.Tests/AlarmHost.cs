using DcOps.Contracts.Alarms;
using DcOps.Dashboard;
using DcOps.Dashboard.Live;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Alarms.Work;
using DcOps.Domain.Topology;
using DcOps.Testing;

namespace DcOps.Browser.Tests;

/// <summary>The real dashboard on a real port over desks of alarms: one with a storm, and as many quiet ones as tests ask for.</summary>
public sealed class AlarmHost : IAsyncLifetime
{
    /// <summary>A rack above 7 kW; critical above 9 kW.</summary>
    public const string Overload = "test-overload";

    public const string Warm = "test-warm";

    /// <summary>Stays until somebody resets it.</summary>
    public const string Dead = "test-dead";

    /// <summary>Incidents in the storm, before those that <see cref="DriveAsync"/> adds.</summary>
    public const int Many = 12_000;

    const string Rules =
        $$"""
        { "limit": [
          { "id": "{{Overload}}", "priority": "major", "urgentPriority": "critical", "quantity": "active-power", "high": 7000, "urgentHigh": 9000, "deadband": 100 },
          { "id": "{{Warm}}", "priority": "minor", "quantity": "inlet-temperature", "high": 27, "deadband": 1 },
          { "id": "{{Dead}}", "priority": "major", "quantity": "voltage", "low": 180, "deadband": 10, "latching": true },
          { "id": "test-frequency", "priority": "advisory", "quantity": "frequency", "high": 50.5, "deadband": 0.1 } ] }
        """;

    readonly List<WebApplication> _apps = [];

    /// <summary>Where the storm is.</summary>
    public string Address { get; private set; } = "";

    /// <summary>An incident of one alarm, waiting and critical.</summary>
    public string One { get; private set; } = "";

    /// <summary>An incident of sixty alarms, which a person put together.</summary>
    public string Sixty { get; private set; } = "";

    static CancellationToken Token => TestContext.Current.CancellationToken;

    internal static Location RackOf(int index) => Location.Of(FakeProvince.Inventory.Facilities[0].Rooms[0].Racks[index % 60].Id);

    /// <summary>Racks of the big site, each with several devices, above their limit.</summary>
    internal static IEnumerable<(Location, string, double)> Racks(int count, double value, string device = "pdu") =>
        Enumerable.Range(0, count).Select(index => (RackOf(index), $"{device}-{index / 60:000}", value));

    public async ValueTask InitializeAsync()
    {
        (Address, var desk) = await OpenAsync();
        await DriveAsync(desk);
    }

    /// <summary>A desk without an alarm, and where its pages are.</summary>
    internal async Task<(string Address, MemoryAlarmDesk Desk)> OpenAsync()
    {
        var desk = new MemoryAlarmDesk(
            FakeProvince.Inventory, new([.. AlarmRuleBook.Shipped.Rules, .. AlarmRuleBook.Parse("test", Rules)]), TimeProvider.System.GetUtcNow());
        var address = $"http://127.0.0.1:{FreePort.Tcp()}";
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(AlarmHost).Assembly.GetName().Name });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(address);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(FakeProvince.Inventory);
        builder.Services.AddSingleton<IProvinceView>(new FakeProvince(TimeProvider.System));
        builder.Services.AddSingleton(AbsentLedger.Instance);
        builder.Services.AddSingleton<IAlarmDesk>(desk);
        builder.Services.AddDcOpsDashboard();
        var app = builder.Build();
        _apps.Add(app);
        app.MapDcOpsDashboard();
        await app.StartAsync(Token);
        return (address, desk);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in _apps)
        {
            await app.StopAsync(CancellationToken.None);
            await app.DisposeAsync();
        }
    }

    /// <summary>A bad day: every state that a page must show is in it, each on many alarms.</summary>
    async Task DriveAsync(MemoryAlarmDesk desk)
    {
        desk.Observe(Dead, Racks(60, 20, "dead"));
        var dead = await KeysAsync(desk, Dead);
        await desk.MergeAsync([.. dead.Select(each => each.Id)], "Li", "All of them lost their feed.", Token);
        await desk.CommandAsync(KeysOf(dead), new AlarmCommand.Remark("The breaker was opened."), "Li", Token);
        Sixty = (await desk.IncidentAsync(dead[0].Id, Token))!.Incident.Id.ToString();
        await OnAsync(desk, "test-frequency", 51, "old", new AlarmCommand.Acknowledge());
        desk.Time.Advance(TimeSpan.FromHours(2));
        await OnAsync(desk, Warm, 31, "shelf", new AlarmCommand.Shelve("Waiting for a part.", desk.Time.GetUtcNow().AddHours(8)));
        await OnAsync(desk, Warm, 31, "work", new AlarmCommand.RemoveFromService("WO-17"));
        await OnAsync(desk, Warm, 31, "seen", new AlarmCommand.Acknowledge());
        desk.Observe(Overload, Racks(Many, 8_000));
        desk.Observe(Overload, Racks(120, 9_500, "urgent"));
        One = (await desk.InboxAsync(new(AtLeast: AlarmPriority.Critical), Token)).Rows[0].Incident.ToString();
        var now = desk.Time.GetUtcNow();
        await desk.PlanAsync(
            new("W-1", new(["SZ-01"], [], []), new WindowSchedule.Fixed(now, now.AddHours(4)), "Wang", "Change of batteries"), Token);
        desk.Observe(Dead, [(Location.Parse("SZ-01/R01/A01"), "pdu", 20)]);
    }

    static async Task OnAsync(MemoryAlarmDesk desk, string rule, double value, string device, AlarmCommand command)
    {
        desk.Observe(rule, Racks(60, value, device));
        var alarms = (await KeysAsync(desk, rule)).Where(alarm => alarm.Key.Point.Device.StartsWith(device, StringComparison.Ordinal));
        await desk.CommandAsync(KeysOf(alarms), command, "Li", Token);
    }

    static async Task<ImmutableArray<Alarm>> KeysAsync(MemoryAlarmDesk desk, string rule) =>
        [.. (await desk.AlarmsAsync(new(Rule: rule, Most: 500), Token)).Rows.Select(row => row.Alarm)];

    static ImmutableArray<AlarmKey> KeysOf(IEnumerable<Alarm> alarms) => [.. alarms.Select(alarm => alarm.Key)];
}
