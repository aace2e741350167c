using System.Globalization;
using DcOps.Browser.Tests;
using DcOps.Contracts.Alarms;
using DcOps.Dashboard;
using DcOps.Dashboard.Live;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Topology;
using DcOps.Testing;
using Microsoft.Playwright;
using Location = DcOps.Domain.Topology.Location;

namespace DcOps.Benchmarks.Ui;

/// <summary>
/// The dashboard over a desk of so many incidents in one process: the product's book, grouping, order and pages; no grains, no network
/// but to the browser. Or any product that runs, by its address.
/// </summary>
static class InboxTrial
{
    const string Rules =
        """
        { "limit": [{ "id": "urgent", "priority": "major", "urgentPriority": "critical", "quantity": "active-power", "high": 7000, "urgentHigh": 9000, "deadband": 100 }] }
        """;

    public static async Task<int> PlayAsync(string what, Action<string, string> print)
    {
        print("machine", $"{Environment.ProcessorCount} cores, load {(await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0]}, the browser on the same cores");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = ExternalProgram.Find("chromium", "chromium"), Args = ["--no-sandbox", "--disable-gpu"] });
        if (Uri.TryCreate(what, UriKind.Absolute, out var address))
        {
            await InboxInBrowser.MeasureAsync(browser, address.GetLeftPart(UriPartial.Authority), 0, print);
            return 0;
        }

        var rows = int.Parse(what, CultureInfo.InvariantCulture);
        var racks = new MovingProvince(rows).Inventory;
        var desk = new MemoryAlarmDesk(racks, new(AlarmRuleBook.Parse("trial", Rules)), TimeProvider.System.GetUtcNow());
        var places = racks.Facilities.SelectMany(site => site.Rooms).SelectMany(room => room.Racks).Select(rack => Location.Of(rack.Id)).ToArray();
        for (var from = 0; from < rows; from += 200)
        {
            desk.Time.Advance(TimeSpan.FromMinutes(5));
            desk.Observe("urgent", Enumerable.Range(from, Math.Min(200, rows - from))
                .Select(index => (places[index % places.Length], $"pdu-{index / places.Length}", index % 100 == 0 ? 9_500.0 : 8_000)));
        }

        var origin = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Tcp()}");
        await using var app = Host(origin, racks, desk);
        await app.StartAsync();
        var head = await desk.HeadlineAsync(CancellationToken.None);
        print("inbox", $"{(await desk.InboxAsync(new(), CancellationToken.None)).Total:N0} incidents of {head.Alarms:N0} alarms");
        await InboxInBrowser.MeasureAsync(browser, origin, (await desk.InboxAsync(new(), CancellationToken.None)).Total, print);

        await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1_440, Height = 900 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{origin}/alarms");
        var raised = 0;
        await InboxInBrowser.NewsAsync(page, () => desk.Observe("urgent", [(places[0], $"new-{raised++}", 9_500)]), print);
        await app.StopAsync();
        return 0;
    }

    static WebApplication Host(string origin, Inventory racks, IAlarmDesk desk)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(InboxTrial).Assembly.GetName().Name });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(origin);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(racks);
        builder.Services.AddSingleton<IProvinceView>(new MovingProvince(1));
        builder.Services.AddSingleton(AbsentLedger.Instance);
        builder.Services.AddSingleton(desk);
        builder.Services.AddDcOpsDashboard();
        var app = builder.Build();
        app.MapDcOpsDashboard();
        return app;
    }
}
