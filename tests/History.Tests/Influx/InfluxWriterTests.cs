using DcOps.Domain.History;
using DcOps.Domain.Racks;
using DcOps.History.Influx;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using static DcOps.History.Tests.Conformance.SampleRows;

namespace DcOps.History.Tests.Influx;

public sealed class InfluxWriterTests : IAsyncLifetime
{
    readonly StubInflux _server = new();
    readonly FakeTimeProvider _time = new();
    readonly HistoryMetrics _metrics = new(Prometheus.Metrics.NewCustomRegistry());
    readonly List<InfluxHttp> _clients = [];

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Version_1_makes_the_database_once_and_writes_to_it()
    {
        var writer = Version1(database: "it's \"ours\"", user: "writer", password: "p:w");

        await writer.WriteAsync(Batch(RackMinute()), Token);
        await writer.WriteAsync(Batch(RackMinute(minute: 1)), Token);

        Assert.Equal(["/query", "/write", "/write"], _server.Requests.Select(request => request.Path));
        Assert.Equal("q=CREATE+DATABASE+%22it%27s+%5C%22ours%5C%22%22", _server.Requests.First().Body);
        Assert.All(_server.Writes, write => Assert.Equal("?db=it%27s%20%22ours%22&precision=s", write.Query));
        Assert.All(_server.Requests, request => Assert.Equal("Basic d3JpdGVyOnA6dw==", request.Authorization));
    }

    [Fact]
    public async Task Version_2_writes_to_its_bucket_with_its_token()
    {
        await Version2(token: "t0ken").WriteAsync(Batch(RackMinute()), Token);

        var write = Assert.Single(_server.Requests);
        Assert.Equal(("/api/v2/write", "?org=province&bucket=history%20one&precision=s", "Token t0ken"), (write.Path, write.Query, write.Authorization));
    }

    [Fact]
    public async Task Every_kind_of_row_has_its_line()
    {
        await Version2().WriteAsync(new HistoryBatch(
            [RackMinute(), RackMinute(minute: 1, watts: null, celsius: null, wattHours: null)],
            [FacilityMinute(watts: 1_000, outdoor: null)],
            [Interval(estimatedWattHours: 7, metersKnown: 1), Interval(wattHours: null, metersKnown: 0)]), Token);

        Assert.Equal(
            """
            rack_minute,facility=NJ-01,rack=A07,room=R01 known=7i,quality=1i,power_min_watts=3990,power_mean_watts=4000.375,power_max_watts=4020,power_last_watts=4000.1,inlet_min_celsius=13.5,inlet_mean_celsius=23.875,inlet_max_celsius=43.5,inlet_last_celsius=23.6,energy_watt_hours=66i 1750456800
            rack_minute,facility=NJ-01,rack=A07,room=R01 known=0i,quality=4i 1750456860
            facility_minute,facility=NJ-01 known=7i,racks_live=98i,total_power_min_watts=990,total_power_mean_watts=1000.375,total_power_max_watts=1020,total_power_last_watts=1000.1,it_power_min_watts=740,it_power_mean_watts=750.375,it_power_max_watts=770,it_power_last_watts=750.1,cooling_power_min_watts=190,cooling_power_mean_watts=200.375,cooling_power_max_watts=220,cooling_power_last_watts=200.1 1750456800
            facility_interval,facility=NJ-01,role=utility-entrance known=1i,complete=0i,estimated_watt_hours=7i,meters_expected=2i,meters_known=1i,quality=0i,energy_watt_hours=300000i 1750456800
            facility_interval,facility=NJ-01,role=utility-entrance known=0i,complete=0i,estimated_watt_hours=0i,meters_expected=2i,meters_known=0i,quality=4i 1750456800

            """,
            Assert.Single(_server.Writes).Body);
    }

    [Fact]
    public async Task Rows_the_server_dropped_are_counted_and_not_tried_again()
    {
        _server.Answer = _ => (400, """{"error":"partial write: points beyond retention policy dropped=2"}""");

        await Version1().WriteAsync(Batch(RackMinute(minute: 0), RackMinute(minute: 1), RackMinute(minute: 2)), Token);

        Assert.Single(_server.Writes);
        Assert.Equal(2, _metrics.Refused.Value);
    }

    [Theory]
    [InlineData(400, """{"error":"field type conflict"}""")]
    [InlineData(400, """{"error":"partial write: unable to parse 'x': bad dropped=0"}""")]
    [InlineData(422, """{"code":"unprocessable entity","message":"failure writing points"}""")]
    public async Task A_row_at_fault_is_found_and_all_others_are_stored(int status, string body)
    {
        var stored = new HashSet<string>(StringComparer.Ordinal);
        _server.Answer = request =>
        {
            if (request.Body.Contains("rack=A42", StringComparison.Ordinal))
                return (status, body);
            stored.UnionWith(request.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            return (204, "");
        };

        await Version2().WriteAsync(Batch(Racks(100)), Token);

        Assert.Equal(99, stored.Count);
        Assert.Equal(1, _metrics.Refused.Value);
    }

    [Fact]
    public async Task A_request_too_large_is_sent_in_parts()
    {
        _server.Answer = request => request.Lines > 30 ? (413, "too large") : (204, "");

        await Version2().WriteAsync(Batch(Racks(100)), Token);

        Assert.Equal(100, _server.Writes.Where(write => write.Lines <= 30).Sum(write => write.Lines));
        Assert.Equal(0, _metrics.Refused.Value);
    }

    [Fact]
    public async Task A_server_that_refuses_everything_is_not_asked_for_ever()
    {
        _server.Answer = _ => (400, """{"error":"no"}""");

        await Version2().WriteAsync(Batch(Racks(5_000)), Token);

        Assert.InRange(_server.Writes.Count(), 64, 128);
        Assert.Equal(5_000, _metrics.Refused.Value);
    }

    [Fact]
    public async Task A_number_that_cannot_be_sent_is_refused_here_and_the_others_go()
    {
        var impossible = RackMinute(minute: 1) with { Power = new MinuteRollup(1, double.NaN, 3, 4) };

        await Version2().WriteAsync(Batch(RackMinute(minute: 0), impossible, RackMinute(minute: 2)), Token);

        Assert.Equal(2, Assert.Single(_server.Writes).Lines);
        Assert.Equal(1, _metrics.Refused.Value);
    }

    [Theory]
    [InlineData(500, "timeout", "500: timeout")]
    [InlineData(503, """{"code":"unavailable","message":"queue full"}""", "503: queue full")]
    [InlineData(429, "", "429")]
    [InlineData(401, """{"code":"unauthorized","message":"unauthorized access"}""", "401: unauthorized access")]
    [InlineData(403, """{"error":"not allowed"}""", "403: not allowed")]
    [InlineData(404, "<html>no such page</html>", "404: <html>no such page</html>")]
    [InlineData(302, "", "302")]
    public async Task A_server_at_fault_keeps_the_rows_with_the_caller(int status, string body, string reason)
    {
        _server.Answer = _ => (status, body);

        var fault = await Assert.ThrowsAsync<HistoryUnavailableException>(() => Version2().WriteAsync(Batch(RackMinute()), Token));

        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, _metrics.Refused.Value);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_in_time_says_so()
    {
        _server.Answer = _ => null;

        var write = Version2().WriteAsync(Batch(RackMinute()), Token);
        await _server.Hanging.Task.WaitAsync(Token);
        _time.Advance(TimeSpan.FromSeconds(10));
        var fault = await Assert.ThrowsAsync<HistoryUnavailableException>(() => write);

        Assert.Contains("did not answer within 10 s", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_gives_up_gets_its_own_cancellation()
    {
        using var giveUp = new CancellationTokenSource();
        _server.Answer = _ => null;

        var write = Version2().WriteAsync(Batch(RackMinute()), giveUp.Token);
        await _server.Hanging.Task.WaitAsync(Token);
        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write);
    }

    [Fact]
    public async Task A_database_that_was_dropped_is_made_again_at_the_next_try()
    {
        var writer = Version1();
        await writer.WriteAsync(Batch(RackMinute()), Token);
        _server.Answer = _ => (404, """{"error":"database not found: \"dcops\""}""");
        await Assert.ThrowsAsync<HistoryUnavailableException>(() => writer.WriteAsync(Batch(RackMinute()), Token));

        _server.Answer = _ => (204, "");
        await writer.WriteAsync(Batch(RackMinute()), Token);

        Assert.Equal(["/query", "/write", "/write", "/query", "/write"], _server.Requests.Select(request => request.Path));
    }

    static RackMinute[] Racks(int count) => [.. Enumerable.Range(0, count).Select(rack => RackMinute(rack: $"NJ-01/R01/A{rack:00}"))];

    InfluxWriter Version1(string database = "dcops", string? user = null, string? password = null) =>
        Writer(new InfluxOptions.Version1(_server.Url, database, user, password, TimeSpan.FromSeconds(10)));

    InfluxWriter Version2(string? token = null) =>
        Writer(new InfluxOptions.Version2(_server.Url, "province", "history one", token, TimeSpan.FromSeconds(10)));

    InfluxWriter Writer(InfluxOptions options)
    {
        _clients.Add(new(options, _time));
        return new(_clients[^1], _metrics, NullLogger<InfluxWriter>.Instance);
    }
}
