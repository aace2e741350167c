using System.Net;
using System.Text;
using System.Text.Json;
using DcOps.Domain.Ledger;
using DcOps.Domain.Ledger.Archive;
using DcOps.Domain.Metering;
using DcOps.Domain.Topology;
using DcOps.Ledger;
using DcOps.Silo.Host.Ledger;
using DcOps.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Grains.Tests.Import;

/// <summary>Where the import command sends its parts, on a real port.</summary>
public sealed class ImportEndpointTests : IAsyncLifetime
{
    const string Header = "meter,at,position,serial,reset_at,restarted_at,mean_w\n";
    const string Line = "utility-1,2026-03-01T00:00:00.0000000Z,1000,S1,,,4000\n";

    readonly StoredRows _store = new();
    readonly string _address = $"http://127.0.0.1:{FreePort.Tcp()}";
    readonly HttpClient _client = new();
    WebApplication? _app;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(ImportEndpointTests).Assembly.GetName().Name });
        builder.WebHost.UseUrls(_address);
        builder.Logging.ClearProviders();
        var time = new FakeTimeProvider(Site.Start);
        var meter = new RegisteredMeter(
            Site.Facility, "utility-1", MeterRole.UtilityEntrance, MeterCarrier.Electricity, null, null, null, 1e6, 1, null, 0.5, null, null, "S1", false,
            new(2025, 1, 1), null);
        builder.Services.AddSingleton(new ReadingImport(
            new(Site.Inventory, new MemoryBooks(new Dictionary<FacilityId, FacilityBook>()), new MemoryArchive(), LedgerSettings.Shipped(new([meter])), ClosePolicy.Default, time),
            _store, NotedChanges.Grains(_store), time));
        builder.Services.AddSingleton(NotedChanges.Grains(_store));
        _app = builder.Build();
        _app.MapImport();
        await _app.StartAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
    }

    [Fact]
    public async Task A_part_is_stored_and_the_ledger_told_which_stretch_changed()
    {
        var answer = await SendAsync("readings/NJ-01", Header + Line);

        Assert.Equal((1, 0), (answer.GetProperty("readings").GetInt32(), answer.GetProperty("faults").GetArrayLength()));
        var row = Assert.Single(_store.Rows);
        Assert.Equal(("utility-1", 1_000.0), (row.Meter, row.Position));
        Assert.Equal(["import of a.csv"], _store.Changes);
    }

    [Fact]
    public async Task A_dry_run_counts_and_stores_nothing()
    {
        var answer = await SendAsync("readings/NJ-01", Header + Line, dryRun: true);

        Assert.Equal(1, answer.GetProperty("readings").GetInt32());
        Assert.Empty(_store.Rows);
        Assert.Empty(_store.Changes);
    }

    [Theory]
    [InlineData("readings/NJ-01", Header + "ups-9,2026-03-01T00:00:00.0000000Z,1000,S1,,,\n", "ups-9")]
    [InlineData("readings/NJ-01", Header + "utility-1,2099-03-01T00:00:00.0000000Z,1000,S1,,,\n", "future")]
    [InlineData("readings/NJ-01", Header + Line + "utility-1,soon,1000,S1,,,\n", "503")]
    [InlineData("readings/NJ-99", Header + Line, "NJ-99")]
    [InlineData("weather/NJ-01", "day,celsius\n2026-02-30,4\n", "a.csv")]
    public async Task A_part_with_a_fault_is_named_by_line_and_not_stored_in_part(string path, string text, string named)
    {
        var answer = await SendAsync(path, text, firstLine: 502);

        Assert.Contains(named, answer.GetProperty("faults")[0].GetString(), StringComparison.Ordinal);
        Assert.Empty(_store.Rows);
        Assert.Empty(_store.Changes);
    }

    [Fact]
    public async Task A_store_that_is_away_is_503_and_the_part_may_be_sent_again()
    {
        _store.IsAway = true;
        using var refused = await PostAsync("readings/NJ-01", Header + Line, false, 2);
        _store.IsAway = false;

        var again = await SendAsync("readings/NJ-01", Header + Line);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal(1, again.GetProperty("readings").GetInt32());
        Assert.Single(_store.Rows);
    }

    [Theory]
    [InlineData("positions/NJ-01")]
    [InlineData("readings/nowhere%20at%20all")]
    public async Task What_nobody_takes_is_not_found(string path)
    {
        using var answer = await PostAsync(path, Header + Line, false, 2);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    async Task<JsonElement> SendAsync(string path, string text, bool dryRun = false, int firstLine = 2)
    {
        using var answer = await PostAsync(path, text, dryRun, firstLine);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token));
        return document.RootElement.Clone();
    }

    async Task<HttpResponseMessage> PostAsync(string path, string text, bool dryRun, int firstLine)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{_address}/ledger/import/{path}?file=a.csv&dryRun={dryRun}")
        {
            Content = new StringContent(text, Encoding.UTF8, "text/csv"),
        };
        request.Headers.Add("X-First-Line", firstLine.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return await _client.SendAsync(request, Token);
    }
}
