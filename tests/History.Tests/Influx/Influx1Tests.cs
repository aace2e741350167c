using System.Text.Json;
using DcOps.Domain.History;
using DcOps.History.Influx;
using static DcOps.History.Tests.Conformance.SampleRows;

namespace DcOps.History.Tests.Influx;

/// <summary>What only a real InfluxDB 1.x can show.</summary>
public sealed class Influx1Tests(InfluxDaemonFixture fixture) : IClassFixture<InfluxDaemonFixture>
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_own_client_counts_the_rows_that_were_written()
    {
        var daemon = await fixture.DaemonAsync();
        await using var store = new Influx1Store(daemon);
        var racks = Enumerable.Range(0, 50).SelectMany(rack => Enumerable.Range(0, 60).Select(minute => RackMinute(minute, rack: $"NJ-01/R01/A{rack:00}")));
        var facilities = Enumerable.Range(0, 60).Select(minute => FacilityMinute(minute));
        var intervals = Enumerable.Range(0, 4).Select(quarter => Interval(quarter * 15));

        await store.Writer.WriteAsync(new HistoryBatch([.. racks], [.. facilities], [.. intervals]), Token);

        Assert.Equal(3_000, await CountAsync(daemon, store.Database, "power_mean_watts", "rack_minute"));
        Assert.Equal(60, await CountAsync(daemon, store.Database, "racks_live", "facility_minute"));
        Assert.Equal(4, await CountAsync(daemon, store.Database, "energy_watt_hours", "facility_interval"));
    }

    [Fact]
    public async Task A_row_whose_type_conflicts_is_refused_and_the_others_are_stored()
    {
        var daemon = await fixture.DaemonAsync();
        await using var store = new Influx1Store(daemon);
        await store.Writer.WriteAsync(HistoryBatch.Empty, Token);
        using var foreign = new HttpClient();
        using var text = new StringContent("facility_minute,facility=NJ-01 racks_live=\"many\" 1750456800");
        using var answer = await foreign.PostAsync(
            new Uri(daemon.Url, $"write?db={Uri.EscapeDataString(store.Database)}&precision=s"), text, Token);
        answer.EnsureSuccessStatusCode();

        await store.Writer.WriteAsync(new HistoryBatch([RackMinute()], [FacilityMinute()], [Interval()]), Token);

        Assert.Equal(1, store.Metrics.Refused.Value);
        Assert.Equal([RackMinute()], await store.Reader.RackMinutesAsync(SampleRack, At(0), At(1), Token));
        Assert.Equal([Interval()], await store.Reader.IntervalsAsync(SampleFacility, At(0), At(15), Token));
    }

    [Fact]
    public async Task A_tag_with_quotes_is_found_by_its_quoted_value_alone()
    {
        const string awkward = "it's \"A\" \\ B, C=D";
        var daemon = await fixture.DaemonAsync();
        using var http = new InfluxHttp(
            new InfluxOptions.Version1(daemon.Url, "quotes", User: null, Password: null, TimeSpan.FromSeconds(30)), TimeProvider.System);
        await http.CreateDatabaseAsync(Token);
        var lines = new LineWriter();
        lines.Measurement("m").Tag("name", awkward).Field("v", 1L).End(60);
        lines.Measurement("m").Tag("name", "other").Field("v", 2L).End(60);
        Assert.IsType<InfluxAnswer.Accepted>(await http.WriteAsync(lines.Written, Token));

        var found = await http.QueryAsync($"SELECT v FROM m WHERE {InfluxQl.Identifier("name")} = {InfluxQl.Text(awkward)}", Token);

        Assert.Equal(["[60,1]"], Assert.Single(found).Rows.Select(row => JsonSerializer.Serialize(row)));
    }

    [Fact]
    public async Task A_statement_that_fails_is_an_absence_with_the_servers_words()
    {
        var daemon = await fixture.DaemonAsync();
        using var http = new InfluxHttp(
            new InfluxOptions.Version1(daemon.Url, "faults", User: null, Password: null, TimeSpan.FromSeconds(30)), TimeProvider.System);

        var fault = await Assert.ThrowsAsync<HistoryUnavailableException>(() => http.QueryAsync("SELECT FROM nothing", Token));

        Assert.Contains("error parsing query", fault.Message, StringComparison.Ordinal);
    }

    static async Task<int> CountAsync(InfluxDaemon daemon, string database, string field, string measurement)
    {
        var csv = await daemon.ExecuteAsync(database, $"SELECT count({field}) FROM {measurement}", Token);
        return int.Parse(csv.Trim().Split('\n')[^1].Split(',')[^1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
