using DcOps.Contracts;
using DcOps.Domain.History;
using DcOps.Domain.Ledger;
using DcOps.Domain.Ledger.Archive;
using DcOps.Domain.Topology;
using DcOps.Grains.Placement;
using DcOps.Ledger;
using Microsoft.Extensions.Logging;

namespace DcOps.Grains;

/// <summary>
/// Closes a facility's days, months and years when they are due and restates them when something of theirs has changed. A grain
/// of its own, so that reading a month waits for nobody who folds; what it closed stands in the archive.
/// </summary>
[GrainType("ledger"), KeepAlive, PlacedByFacility]
public sealed partial class LedgerGrain(LedgerParts parts, IHistoryBacklog backlog, ILogger<LedgerGrain> logger) : Grain, ILedgerGrain
{
    // A month of readings is folded at a time: more at once would take the processors from those who fold live readings.
    static readonly SemaphoreSlim AtOnce = new(2);

    static readonly TimeSpan Tick = TimeSpan.FromMinutes(1);

    // Rows reach the store about a second after they were offered.
    static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);

    DateTimeOffset _nextCloseAt;
    DateTimeOffset _changedAt;
    bool _hasChanges = true;
    bool _isAway;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        this.RegisterGrainTimer(
            static (grain, token) => grain.TickAsync(token),
            this,
            new GrainTimerCreationOptions(Tick * Random.Shared.NextDouble(), Tick) { KeepAlive = true });
        return Task.CompletedTask;
    }

    public async ValueTask Changed(DateTimeOffset from, DateTimeOffset to, string reason)
    {
        await parts.Records.NoteChangeAsync(Facility, from, to, parts.Now, reason, CancellationToken.None);
        (_hasChanges, _changedAt) = (true, parts.Now);
    }

    public async ValueTask<int?> CloseDue() => backlog.IsEmpty ? await TryCloseAsync(CancellationToken.None) : null;

    FacilityId Facility => FacilityId.Parse(this.GetPrimaryKeyString());

    async Task TickAsync(CancellationToken cancellationToken)
    {
        var now = parts.Now;
        var isDue = now >= _nextCloseAt || (_hasChanges && now >= _changedAt + Settling);
        // A correction or another registry is noted in the archive by whoever accepted it.
        if (!isDue && !_isAway)
            isDue = await HasChangesAsync(cancellationToken);
        if (isDue && backlog.IsEmpty)
            await TryCloseAsync(cancellationToken);
    }

    async Task<bool> HasChangesAsync(CancellationToken cancellationToken)
    {
        try
        {
            return !(await parts.Records.OpenChangesAsync(Facility, cancellationToken)).IsEmpty;
        }
        catch (ArchiveUnavailableException fault)
        {
            Away(fault);
            return false;
        }
    }

    async Task<int?> TryCloseAsync(CancellationToken cancellationToken)
    {
        try
        {
            var (now, changedAt) = (parts.Now, _changedAt);
            var closed = await CloseAsync(Facility, now, cancellationToken);
            foreach (var period in closed)
                LedgerMetrics.Count(period, parts.Policy, now);
            // Every period becomes final at a local midnight.
            _nextCloseAt = BusinessCalendar.Shanghai.DayOf(now).To;
            _hasChanges = changedAt != _changedAt;
            if (_isAway)
                LogBack(Facility.Value);
            _isAway = false;
            return closed.Length;
        }
        catch (Exception fault) when (fault is HistoryUnavailableException or ArchiveUnavailableException)
        {
            Away(fault);
            return null;
        }
    }

    // Beside the grain's own turns, which stay short: all that it changes stands in the archive.
    async Task<ImmutableArray<ClosedPeriod>> CloseAsync(FacilityId facility, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await AtOnce.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => new FacilityCloser(facility, parts).CloseDueAsync(now, cancellationToken), cancellationToken);
        }
        finally
        {
            AtOnce.Release();
        }
    }

    void Away(Exception fault)
    {
        LedgerMetrics.CloseFailures.Inc();
        if (!_isAway)
            LogAway(Facility.Value, fault.Message);
        (_isAway, _nextCloseAt) = (true, default);
    }

    [LoggerMessage(LogLevel.Warning, "The ledger of {Facility} closes nothing until its store is back: {Reason}")]
    partial void LogAway(string facility, string reason);

    [LoggerMessage(LogLevel.Information, "The ledger of {Facility} closes again")]
    partial void LogBack(string facility);
}
