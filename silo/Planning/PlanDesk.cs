using System.Collections.Concurrent;
using System.Diagnostics;
using DcOps.Contracts.Scheduling;
using DcOps.Domain.Csv;
using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Scheduling.Planning;
using DcOps.Domain.Scheduling.Reasons;
using DcOps.Domain.Scheduling.Release;
using DcOps.Domain.Scheduling.Tables;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DcOps.Planning;

/// <summary>
/// The desk over a folder. Plans are made one at a time on a thread of their own, away from grains and requests; what is imported, made
/// or done is on disk before it is shown.
/// </summary>
public sealed partial class PlanDesk : BackgroundService, IPlanDesk
{
    const int MostOpen = 4;

    readonly PlanFolder _folder;
    readonly PlanDeskOptions _options;
    readonly TimeProvider _time;
    readonly ILogger<PlanDesk> _log;
    readonly Lock _gate = new();
    readonly SemaphoreSlim _asked = new(0, 1);
    readonly SortedDictionary<string, PlanLife> _lives = new(PlanIdOrder.Instance);
    readonly ConcurrentDictionary<string, Lazy<Task<OpenPlan>>> _open = new(StringComparer.Ordinal);
    string? _input;
    (DateTimeOffset At, string Author, int Jobs, int Facilities)? _imported;
    DateTimeOffset? _workingSince;
    string? _lastFault;

    public PlanDesk(PlanFolder folder, PlanDeskOptions options, TimeProvider time, ILogger<PlanDesk> log)
    {
        (_folder, _options, _time, _log) = (folder, options, time, log);
        foreach (var life in folder.Lives())
            _lives.Add(life.Id, life);
        if ((_input = folder.NewestInput) is not { } input || PlanTables.Read(folder.Tables(input), out _) is not { } read)
            return;
        var (at, author) = folder.Imported(input);
        _imported = (at, author, read.Workloads.Length, read.Facilities.Length);
    }

    public PlanDeskState State
    {
        get
        {
            lock (_gate)
            {
                var now = _time.GetUtcNow();
                return new(
                    _imported?.At, _imported?.Author, _imported?.Jobs ?? 0, _imported?.Facilities ?? 0, _workingSince, _lastFault,
                    _lives.Values.LastOrDefault()?.At(now), _lives.Values.LastOrDefault(life => life.Stage == PlanStage.Released));
            }
        }
    }

    public ImmutableArray<PlanLife> Plans()
    {
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            return [.. _lives.Values.Reverse().Select(life => life.At(now))];
        }
    }

    public Task<ImmutableArray<CsvFault>> ImportAsync(
        IReadOnlyDictionary<string, string> texts, string author, CancellationToken cancellationToken)
    {
        var unknown = texts.Keys.Where(name => !PlanTables.Needed.Contains(name) && !PlanTables.Optional.Contains(name))
            .Select(name => new CsvFault(name, 1, "", $"is no table of a plan; known are {string.Join(", ", PlanTables.Needed.Concat(PlanTables.Optional))}."))
            .ToImmutableArray();
        if (!unknown.IsEmpty)
            return Task.FromResult(unknown);

        lock (_gate)
        {
            var tables = _input is { } before ? _folder.Tables(before) : [];
            foreach (var (name, text) in texts)
                tables[name] = text;
            if (PlanTables.Read(tables, out var faults) is not { } read)
                return Task.FromResult(faults);

            _input = _folder.Keep(tables, author);
            _imported = (_time.GetUtcNow(), author, read.Workloads.Length, read.Facilities.Length);
        }

        Make(author);
        return Task.FromResult(ImmutableArray<CsvFault>.Empty);
    }

    public bool Make(string author)
    {
        lock (_gate)
        {
            if (_input is null || _workingSince is not null)
                return false;
            _workingSince = _time.GetUtcNow();
        }

        LogAsked(author);
        _asked.Release();
        return true;
    }

    public async Task<OpenPlan?> OpenAsync(string id, CancellationToken cancellationToken)
    {
        if (Life(id) is not { } life)
            return null;

        var opened = _open.GetOrAdd(id, key => new(() => Task.Run(() => Reopen(key), CancellationToken.None)));
        var plan = await opened.Value.WaitAsync(cancellationToken);
        return plan with { Life = life };
    }

    public Task<PlanRefusal> DoAsync(string id, PlanDeed deed, string author, string? reason, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            if (!_lives.TryGetValue(id, out var life))
                return Task.FromResult(PlanRefusal.NotOpen);
            var (after, refusal) = life.At(now).Do(deed, author, reason, now);
            if (after is null)
                return Task.FromResult(refusal);

            if (deed == PlanDeed.Release)
                ReplaceOthers(id, now);
            _folder.Keep(_lives[id] = after);
            LogDone(id, deed, author);
        }

        return Task.FromResult(PlanRefusal.None);
    }

    public async Task<PlanAnswer?> AskAsync(string id, PlanQuestion question, CancellationToken cancellationToken)
    {
        if (await OpenAsync(id, cancellationToken) is not { } open)
            return null;

        var watch = Stopwatch.StartNew();
        var answer = await Task.Run(() => PlanQuestions.Answer(open.Plan, question, cancellationToken), cancellationToken);
        return new(
            answer.MoreCny, answer.MoreFacilityKwh, answer.MoreUnserved, answer.Affected, answer.PredictedCny, answer.After.Gap, watch.Elapsed);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await TakeConfiguredAsync(stoppingToken);
        while (true)
        {
            await _asked.WaitAsync(stoppingToken);
            try
            {
                var fault = await Task.Factory.StartNew(
                    () => MakeOne(stoppingToken), stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
                Finish(fault);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The desk goes on; what went wrong is shown until a plan is made again.
                LogFailed(fault);
                Finish(fault.Message);
            }
        }
    }

    public override void Dispose()
    {
        _asked.Dispose();
        base.Dispose();
    }

    /// <summary>Tables that the configuration names, where they are others than those kept; a restart alone makes no new plan.</summary>
    async Task TakeConfiguredAsync(CancellationToken stopping)
    {
        if (_options.Tables.IsEmpty || (_input is { } kept && Same(_folder.Tables(kept), _options.Tables)))
            return;
        foreach (var fault in await ImportAsync(_options.Tables, PlanSign.Product, stopping))
            LogFault(fault);
    }

    static bool Same(Dictionary<string, string> one, ImmutableSortedDictionary<string, string> other) =>
        one.Count == other.Count && other.All(table => one.TryGetValue(table.Key, out var text) && text == table.Value);

    string? MakeOne(CancellationToken stopping)
    {
        string source;
        PlanLife? newest;
        lock (_gate)
            (source, newest) = (_input!, _lives.Values.LastOrDefault());
        var madeAt = _time.GetUtcNow();
        if (PlanTables.Read(_folder.Tables(source), out var faults) is not { } input)
            return string.Join(' ', faults.Select(fault => fault.ToString()));

        var warm = newest is not null && _open.TryGetValue(newest.Id, out var opened) && opened.Value.IsCompletedSuccessfully
            ? opened.Value.Result.Plan.Prices
            : null;
        using var enough = new CancellationTokenSource(_options.LongestSearch, _time);
        var plan = Planner.Make(input, PlanEffort.Cold, warm, enough.Token, stopping);
        var pools = PoolUse.Of(input, plan.Placements);
        var life = PlanLife.Begin(_folder.NextPlan(), madeAt, HighestKw(input, pools), _options.Policy);
        var open = Opened(life, plan, pools, stopping);
        lock (_gate)
        {
            _folder.Keep(life, source, PlanReport.Placements(plan));
            _lives.Add(life.Id, life);
        }

        _open[life.Id] = new(Task.FromResult(open));
        ForgetOld();
        return null;
    }

    OpenPlan Reopen(string id)
    {
        var (input, placements) = _folder.Read(id);
        var plan = Planner.Reopen(input, placements, PlanEffort.Cold, CancellationToken.None);
        return Opened(Life(id)!, plan, PoolUse.Of(input, placements), CancellationToken.None);
    }

    static OpenPlan Opened(PlanLife life, Plan plan, ImmutableArray<PoolUse> pools, CancellationToken cancellationToken) => new(
        life, plan, CostSplits.Of(plan), pools,
        [.. Enum.GetValues<BaselineKind>().Select(kind => (kind, Baselines.Make(plan.Input, kind, cancellationToken).Verdict))]);

    static double HighestKw(PlanningInput input, ImmutableArray<PoolUse> pools) =>
        Enumerable.Range(0, input.Slots).Max(slot => pools.Sum(use => use.Used[slot] * input.Pools[use.Pool].KwPerUnit));

    PlanLife? Life(string id)
    {
        lock (_gate)
            return _lives.TryGetValue(id, out var life) ? life.At(_time.GetUtcNow()) : null;
    }

    void ReplaceOthers(string released, DateTimeOffset now)
    {
        foreach (var life in _lives.Values.Where(life => life.Id != released && life.Stage == PlanStage.Released).ToList())
            _folder.Keep(_lives[life.Id] = life.Replaced(released, now));
    }

    void Finish(string? fault)
    {
        lock (_gate)
            (_workingSince, _lastFault) = (null, fault);
    }

    /// <summary>Only the newest plans are kept open: each holds its input and its books.</summary>
    void ForgetOld()
    {
        foreach (var id in _open.Keys.Order(PlanIdOrder.Instance).SkipLast(MostOpen))
            _open.TryRemove(id, out _);
    }

    [LoggerMessage(LogLevel.Information, "{Author} asked for a plan.")]
    partial void LogAsked(string author);

    [LoggerMessage(LogLevel.Information, "Plan {Id}: {Deed} by {Author}.")]
    partial void LogDone(string id, PlanDeed deed, string author);

    [LoggerMessage(LogLevel.Error, "{Fault}")]
    partial void LogFault(CsvFault fault);

    [LoggerMessage(LogLevel.Error, "A plan could not be made.")]
    partial void LogFailed(Exception fault);
}
