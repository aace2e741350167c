using System.Diagnostics;
using System.Globalization;
using DcOps.Benchmarks.Ui;
using DcOps.Dashboard;
using DcOps.Dashboard.Live;
using DcOps.Testing;
using Microsoft.Playwright;

// map [RACKS [VIEWERS]]: the picture of every rack in a real browser, and what its viewers cost the server.
// inbox [ROWS|ADDRESS]: the inbox of so many incidents in a real browser, or that of a product that runs.
// viewers ADDRESS COUNT: reads that many streams until it is ended; the other process of "map".
if (args is ["viewers", var address, var count])
    return await Viewers.ReadAsync(new(address), int.Parse(count, CultureInfo.InvariantCulture));

if (args is ["inbox", ..])
    return await InboxTrial.PlayAsync(args.Length > 1 ? args[1] : "12000", Print);

var racks = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 700_000;
var viewers = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1_000;
if (args is not ["map", ..])
{
    Console.Error.WriteLine("map [RACKS [VIEWERS]] | inbox [ROWS|ADDRESS]");
    return 2;
}

var port = FreePort.Tcp();
var origin = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
var province = new MovingProvince(racks);
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(MovingProvince).Assembly.GetName().Name });
builder.WebHost.UseStaticWebAssets();
builder.WebHost.UseUrls(origin);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddSingleton(province.Inventory);
builder.Services.AddSingleton<IProvinceView>(province);
builder.Services.AddSingleton(DcOps.Browser.Tests.AbsentLedger.Instance);
builder.Services.AddDcOpsDashboard();
await using var app = builder.Build();
app.MapDcOpsDashboard();
await app.StartAsync();

Print("machine", $"{Environment.ProcessorCount} cores, load {(await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0]}, browser and viewers on the same cores");
Print("racks", $"{province.Inventory.RackCount:N0} in {province.Inventory.Facilities.Length} sites, one in a hundred changes each second");

using (var client = new HttpClient { Timeout = TimeSpan.FromMinutes(1) })
{
    await client.GetStringAsync(new Uri($"{origin}/racks"));
    var asked = Stopwatch.GetTimestamp();
    var page = await client.GetByteArrayAsync(new Uri($"{origin}/racks"));
    Print("page", $"{page.Length / 1024.0:0.0} KB in {Stopwatch.GetElapsedTime(asked).TotalMilliseconds:0} ms");
    Print("layout", $"{(await client.GetByteArrayAsync(new Uri($"{origin}/racks/layout.json"))).Length / 1024.0:0.0} KB");
    var (whole, changes) = await Viewers.FrameSizesAsync(client, new($"{origin}/racks/cells"));
    Print("stream", $"first frame {whole / 1024.0:0.0} KB, then {changes / 1024.0:0.0} KB a second");
}

using (var playwright = await Playwright.CreateAsync())
{
    await using var browser = await playwright.Chromium.LaunchAsync(
        new() { ExecutablePath = ExternalProgram.Find("chromium", "chromium"), Args = ["--no-sandbox", "--disable-gpu"] });
    await MapInBrowser.MeasureAsync(browser, $"{origin}/racks", 1_440, 900, Print);
    await MapInBrowser.MeasureAsync(browser, $"{origin}/racks", 3_840, 2_160, Print);
}

await Viewers.MeasureAsync(origin, viewers, Print);
await app.StopAsync();
return 0;

static void Print(string what, string said) => Console.WriteLine($"{what,-22} {said}");
