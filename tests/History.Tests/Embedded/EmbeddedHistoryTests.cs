using DcOps.Domain.History;
using DcOps.Domain.Topology;
using DcOps.History.Embedded;
using DcOps.Testing;
using DuckDB.NET.Data;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using static DcOps.History.Tests.Conformance.SampleRows;

namespace DcOps.History.Tests.Embedded;

public sealed class EmbeddedHistoryTests : IAsyncLifetime
{
    readonly ScratchFolder _folder = new();
    readonly FakeTimeProvider _time = new(Start);
    readonly List<EmbeddedHistory> _opened = [];

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var history in _opened)
            await history.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Every_batch_that_was_written_survives_kill_9()
    {
        int promised;
        await using (var writer = WriterProcess.Start("store", _folder.Path))
        {
            await writer.UntilPromisedAsync(120, Token);
            await writer.KillAsync();
            promised = writer.LastPromised!.Value;
        }

        var history = Open();
        foreach (var rack in new[] { "NJ-01/R01/A000", "NJ-01/R01/A250", "NJ-01/R01/A499" })
        {
            var rows = await history.RackMinutesAsync(RackId.Parse(rack), DateTimeOffset.MinValue, DateTimeOffset.MaxValue, Token);
            Assert.InRange(rows.Length, promised + 1, promised + 2);
            Assert.Equal(Enumerable.Range(0, rows.Length), rows.Select(row => (int)row.Energy!.Value.WattHours));
        }
    }

    [Fact]
    public async Task A_store_that_another_process_has_open_is_away_until_that_one_ends()
    {
        var history = Open();
        await using (var holder = WriterProcess.Start("hold", _folder.Path))
        {
            await holder.UntilOpenAsync(Token);
            var fault = await Assert.ThrowsAsync<HistoryUnavailableException>(() => history.WriteAsync(Batch(RackMinute()), Token));
            Assert.Contains("history.duckdb cannot be opened", fault.Message, StringComparison.Ordinal);
        }

        await history.WriteAsync(Batch(RackMinute()), Token);

        Assert.Equal([RackMinute()], await history.RackMinutesAsync(SampleRack, At(0), At(1), Token));
    }

    [Fact]
    public async Task A_store_of_before_meter_readings_learns_to_keep_them()
    {
        await Open().WriteAsync(Batch(RackMinute()), Token);
        await CloseAsync();
        Execute("DROP TABLE meter_reading");
        Execute("UPDATE store SET schema_version = 1");
        var reading = new MeterReading(SampleFacility, "main", At(0), 1, null, null, null, null);

        var history = Open();
        await history.WriteAsync(HistoryBatch.Empty with { MeterReadings = [reading] }, Token);

        Assert.Equal([reading], await history.MeterReadingsAsync(SampleFacility, null, At(0), At(1), TimeSpan.Zero, Token));
        Assert.Equal([RackMinute()], await history.RackMinutesAsync(SampleRack, At(0), At(1), Token));
    }

    [Fact]
    public async Task A_store_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        await Open().OpenAsync(Token);
        await CloseAsync();
        Execute("UPDATE store SET schema_version = 3");

        var refusal = await Assert.ThrowsAsync<HistoryRefusedException>(() => Open().OpenAsync(Token));

        Assert.Contains("has schema version 3; this version of DcOps knows up to 2", refusal.Message, StringComparison.Ordinal);
        await CloseAsync();
        Assert.Equal([3L], Numbers("SELECT schema_version::BIGINT FROM store"));
    }

    [Fact]
    public async Task Full_parts_are_sorted_by_rack_into_their_days()
    {
        var history = Open(recentRows: 6);
        foreach (var minute in new[] { 118, 119, 120, 121 })
            await history.WriteAsync(Batch(RackMinute(minute, rack: "NJ-01/R01/A02"), RackMinute(minute, rack: "NJ-01/R01/A01")), Token);
        await CloseAsync();

        Assert.Equal([20250620L, 20250621L], Numbers("SELECT substr(name, 13)::BIGINT FROM rack_minute_part WHERE day IS NOT NULL ORDER BY 1"));
        Assert.Equal([1L, 1L, 2L, 2L], Numbers("SELECT rack & 255 FROM rack_minute_20250620 ORDER BY rowid"));
        Assert.Equal([1L, 2L], Numbers("SELECT rack & 255 FROM rack_minute_20250621 ORDER BY rowid"));
        Assert.Equal([2L], Numbers("SELECT count(*) FROM rack_minute_recent_00000002"));
    }

    [Fact]
    public async Task Recent_rows_are_sorted_when_their_day_is_over()
    {
        var history = Open();
        await history.WriteAsync(Batch(RackMinute(minute: 0)), Token);
        _time.Advance(TimeSpan.FromHours(2.5));
        await history.WriteAsync(Batch(RackMinute(minute: 150)), Token);
        await CloseAsync();

        Assert.Equal([1L], Numbers("SELECT count(*) FROM rack_minute_20250620"));
        Assert.Equal([0L], Numbers("SELECT count(*) FROM rack_minute_recent_00000002"));
    }

    [Fact]
    public async Task A_row_restated_after_its_part_was_sorted_is_there_once()
    {
        var history = Open(recentRows: 2);
        await history.WriteAsync(Batch(RackMinute(minute: 0), RackMinute(minute: 1)), Token);
        await CloseAsync();

        history = Open(recentRows: 2);
        await history.WriteAsync(Batch(RackMinute(minute: 0, watts: 1), RackMinute(minute: 2)), Token);
        await CloseAsync();

        var rows = await Open().RackMinutesAsync(SampleRack, At(0), At(10), Token);
        Assert.Equal([RackMinute(minute: 0, watts: 1), RackMinute(minute: 1), RackMinute(minute: 2)], rows);
    }

    [Fact]
    public async Task Minute_rows_are_forgotten_day_by_day_and_ledger_rows_never()
    {
        var history = Open(keepDays: 2, recentRows: 1);
        await history.WriteAsync(new HistoryBatch([RackMinute()], [FacilityMinute()], [Interval()]), Token);
        await CloseAsync();

        _time.Advance(TimeSpan.FromDays(3));
        history = Open(keepDays: 2, recentRows: 1);
        await history.WriteAsync(Batch(RackMinute(minute: 3 * 1_440)), Token);

        Assert.Equal([RackMinute(minute: 3 * 1_440)], await history.RackMinutesAsync(SampleRack, At(0), At(10_000), Token));
        Assert.Empty(await history.FacilityMinutesAsync(SampleFacility, At(0), At(10_000), Token));
        Assert.Equal([Interval()], await history.IntervalsAsync(SampleFacility, At(0), At(10_000), Token));
    }

    [Fact]
    public async Task A_row_within_a_minute_is_a_fault_of_the_caller()
    {
        var row = RackMinute() with { Minute = At(0).AddSeconds(1) };

        await Assert.ThrowsAsync<ArgumentException>(() => Open().WriteAsync(Batch(row), Token));
    }

    [Fact]
    public async Task A_batch_that_fails_leaves_nothing_behind()
    {
        var history = Open();
        var within = RackMinute(rack: "HF-01/R01/A01") with { Minute = At(0).AddSeconds(1) };
        await Assert.ThrowsAsync<ArgumentException>(() => history.WriteAsync(Batch(RackMinute(rack: "HF-02/R01/A01"), within), Token));

        await history.WriteAsync(Batch(RackMinute(), RackMinute(rack: "HF-02/R01/A01", watts: 1)), Token);
        await CloseAsync();

        var rows = await Open().RackMinutesAsync(RackId.Parse("HF-02/R01/A01"), At(0), At(1), Token);
        Assert.Equal([RackMinute(rack: "HF-02/R01/A01", watts: 1)], rows);
        Assert.Empty(await _opened[^1].RackMinutesAsync(RackId.Parse("HF-01/R01/A01"), At(0), At(1), Token));
    }

    EmbeddedHistory Open(int keepDays = 36_500, int recentRows = 4_000_000)
    {
        var options = new EmbeddedOptions(_folder.Path, keepDays, recentRows, MemoryMegabytes: 256, Threads: 2);
        _opened.Add(new(options, _time, NullLogger<EmbeddedHistory>.Instance));
        return _opened[^1];
    }

    // What goes on in the background has ended then.
    ValueTask CloseAsync() => _opened[^1].DisposeAsync();

    void Execute(string statement)
    {
        using var connection = new DuckDBConnection($"Data Source={_folder.Of("history.duckdb")}");
        connection.Open();
        connection.Execute(statement);
    }

    ImmutableArray<long> Numbers(string query)
    {
        using var connection = new DuckDBConnection($"Data Source={_folder.Of("history.duckdb")}");
        connection.Open();
        return connection.Rows(query, row => row.GetInt64(0));
    }
}
