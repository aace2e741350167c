using DuckDB.NET.Data;
using Microsoft.Extensions.Logging;

namespace DcOps.History.Embedded;

/// <summary>What the store does for itself after batches: sort full parts beside the writer, forget days past keeping.</summary>
sealed partial class EmbeddedUpkeep(
    EmbeddedOptions options, EmbeddedFile file, SemaphoreSlim writing, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    // Rows of a day's last minutes still arrive a while into the next.
    static readonly TimeSpan AfterMidnight = TimeSpan.FromMinutes(15);
    static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(5);
    Task _sorting = Task.CompletedTask;
    DateTimeOffset _notBefore;
    int? _day;

    /// <summary>Called by the writer between batches, while it holds the store.</summary>
    public void After(EmbeddedSession session)
    {
        var now = time.GetUtcNow();
        NewDay(session, now);
        if (!_sorting.IsCompleted || now < _notBefore)
            return;

        if (session.RackMinutes.Full is null && session.RackMinutes.ActiveRows >= options.RecentRows)
            session.RackMinutes.Turn();
        if (session.RackMinutes.Full is { } full)
            _sorting = Task.Run(() => SortAsync(session, full));
    }

    public async ValueTask DisposeAsync() => await _sorting;

    void NewDay(EmbeddedSession session, DateTimeOffset now)
    {
        var day = Minutes.Day(Minutes.AtOrAfter(now - AfterMidnight));
        if (_day == day)
            return;

        session.Forget(day - options.KeepDays);
        if (_day is not null && session.RackMinutes.Full is null && session.RackMinutes.ActiveRows > 0)
            session.RackMinutes.Turn();
        _day = day;
    }

    async Task SortAsync(EmbeddedSession session, RackMinutePart full)
    {
        try
        {
            var before = session.RackMinutes.FullDeletions;
            using var connection = file.Open();
            using var sort = new RackMinuteSort(connection, full);
            var days = sort.Copy();
            await writing.WaitAsync();
            try
            {
                // A row replaced meanwhile is in the copy as it was: copy again after the next batch.
                if (!session.IsOpen || session.RackMinutes.FullDeletions != before)
                    return;

                sort.Commit();
                session.RackMinutes.Sorted(days);
            }
            finally
            {
                writing.Release();
            }
        }
        catch (Exception fault) when (fault is DuckDBException or Domain.History.HistoryUnavailableException)
        {
            _notBefore = time.GetUtcNow() + AfterFailure;
            LogSortFailed(full.Table, AfterFailure, fault);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Sorting {Part} failed; its rows stay readable where they are, the next try is in {Pause}")]
    partial void LogSortFailed(string part, TimeSpan pause, Exception fault);
}
