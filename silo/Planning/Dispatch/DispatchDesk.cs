using DcOps.Contracts.Scheduling;
using DcOps.Domain.Scheduling.Dispatch;
using DcOps.Planning.Dispatch.Sites;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DcOps.Planning.Dispatch;

/// <summary>Steps the dispatcher with the plan in force, and answers the page.</summary>
public sealed partial class DispatchDesk : BackgroundService, IDispatchDesk
{
    static readonly TimeSpan StepEvery = TimeSpan.FromSeconds(30);

    readonly IPlanDesk _plans;
    readonly DispatchSettings _settings;
    readonly DispatchJournal _journal;
    readonly KillSwitch _stop;
    readonly Dispatcher _dispatcher;
    readonly TimeProvider _time;
    readonly ILogger<DispatchDesk> _log;
    (string Plan, ImmutableArray<DispatchCommand> Work) _work = ("", []);

    /// <param name="folder">Holds the journal and the switch.</param>
    public DispatchDesk(IPlanDesk plans, DispatchSettings settings, string folder, TimeProvider time, ILogger<DispatchDesk> log)
    {
        (_plans, _settings, _time, _log) = (plans, settings, time, log);
        _journal = new(Path.Combine(folder, "dispatch.jsonl"));
        _stop = new(Path.Combine(folder, "dispatch-stopped.txt"));
        _dispatcher = new(_journal, settings.Terms, _stop, settings.Sites, time);
    }

    public bool IsShadow => _settings.Terms.IsShadow;

    public string? Stopped => _stop.Stopped;

    public ImmutableArray<DispatchRecord> Records() =>
        [.. _journal.Records().OrderByDescending(record => record.Since).ThenBy(record => record.Command.Key, StringComparer.Ordinal)];

    public void Stop(string author, string reason)
    {
        _stop.Stop(author, reason);
        LogStopped(author, reason);
    }

    public void GoOn(string author)
    {
        _stop.GoOn();
        LogGoesOn(author);
    }

    public bool Confirm(string key, bool isTaken, string author)
    {
        if (_journal.Records().FirstOrDefault(record => record.Command.Key == key) is not { } record
            || !_settings.Sites.TryGetValue(record.Command.Facility, out var site) || site is not ManualSite manual)
            return false;
        manual.Tell(key, new(isTaken ? SiteVerdict.Taken : SiteVerdict.Refused, author), isTaken ? SiteSight.Running : SiteSight.Gone);
        return true;
    }

    /// <summary>One step; called by the loop, and by tests.</summary>
    public async Task<int> StepAsync(CancellationToken cancellationToken)
    {
        var inForce = _plans.State.InForce?.Id;
        if (inForce is null)
            _work = ("", []);
        else if (_work.Plan != inForce && await _plans.OpenAsync(inForce, cancellationToken) is { } open)
            _work = (inForce, DispatchWork.Of(open));
        return await _dispatcher.StepAsync(_work.Work, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(StepEvery, _time);
        do
        {
            try
            {
                var held = await StepAsync(stoppingToken);
                if (held > 0)
                    LogHeld(held);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The next step begins from the journal; what was sent stands there.
                LogFailed(fault);
            }
        }
        while (await ticks.WaitForNextTickAsync(stoppingToken));
    }

    public override void Dispose()
    {
        _dispatcher.Dispose();
        _journal.Dispose();
        base.Dispose();
    }

    [LoggerMessage(LogLevel.Warning, "Dispatch was stopped by {Author}: {Reason}")]
    partial void LogStopped(string author, string reason);

    [LoggerMessage(LogLevel.Warning, "Dispatch goes on, says {Author}.")]
    partial void LogGoesOn(string author);

    [LoggerMessage(LogLevel.Information, "{Held} commands wait for a later step.")]
    partial void LogHeld(int held);

    [LoggerMessage(LogLevel.Error, "A step of the dispatch failed.")]
    partial void LogFailed(Exception fault);
}
