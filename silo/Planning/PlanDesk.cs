using System.Collections.Concurrent;
using System.Diagnostics;
using DcOps.Contracts.Scheduling;
using DcOps.Domain.Csv;
using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Scheduling.Planning;
using DcOps.Domain.Scheduling.Reasons;
using DcOps.Domain.Scheduling.Release;
using DcOps.Domain.Scheduling.Tables;
using DcOps.Domain.Topology;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DcOps.Planning;

/// <summary>
/// The desk over a folder. Plans are made one at a time on a thread of their own, away from grains and requests; what is imported, made
/// or done is on disk before it is shown.
/// </summary>
public sealed partial class PlanDesk : BackgroundService, IPlanDesk, IPlannedWork
{
    const int MostOpen = 4;

    readonly PlanFolder _folder;
    readonly PlanDeskOptions _options;
    readonly PlanInputs _inputs;
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

    /// <param name="truth">What is measured; null where plans rest on tables alone.</param>
    public PlanDesk(PlanFolder folder, PlanDeskOptions options, TimeProvider time, ILogger<PlanDesk> log, ILiveTruth? truth = null)
    {
        (_folder, _options, _time, _log) = (folder, options, time, log);
        _inputs = new(folder, options, truth);
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
                    _lives.Values.LastOrDefault()?.At(now), InForce);
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
        using var ticks = new ReplanTicks(_options.ReplanEvery, _input is not null, _time, () => Make(PlanSign.Product));
        while (true)
        {
            await _asked.WaitAsync(stoppingToken);
            try
            {
                Finish(await MakeOneAsync(ticks, stoppingToken));
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

    async Task<string?> MakeOneAsync(ReplanTicks ticks, CancellationToken stopping)
    {
        string source;
        PlanLife? newest, inForce;
        lock (_gate)
            (source, newest, inForce) = (_input!, _lives.Values.LastOrDefault(), InForce);
        var madeAt = _time.GetUtcNow();
        if (await _inputs.ReadAsync(source, inForce, madeAt, stopping) is not { Input: { } input } read)
            return PlanInputs.NothingLeft;

        ticks.Saw(read);
        var warm = newest is not null && _open.TryGetValue(newest.Id, out var opened) && opened.Value.IsCompletedSuccessfully
            ? opened.Value.Result.Plan.Prices
            : null;
        return await Task.Factory.StartNew(
            () => MakeOne(read with { Input = input }, madeAt, warm, stopping), stopping, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    string? MakeOne(ReadInput read, DateTimeOffset madeAt, PlanPrices? warm, CancellationToken stopping)
    {
        using var enough = new CancellationTokenSource(_options.LongestSearch, _time);
        var plan = Planner.Make(read.Input!, PlanEffort.Cold, warm, enough.Token, stopping);
        var pools = PoolUse.Of(plan.Input, plan.Placements);
        var life = PlanLife.Begin(_folder.NextPlan(), madeAt, PlanOpening.HighestKw(plan.Input, pools), _options.Policy);
        var open = PlanOpening.Of(life, plan, pools, stopping) with { Truth = read.Notes };
        var kept = _inputs.Keep(read);
        lock (_gate)
        {
            _folder.Keep(life, kept, PlanReport.Placements(plan), read.Notes);
            _lives.Add(life.Id, life);
        }

        _open[life.Id] = new(Task.FromResult(open));
        ForgetOld(madeAt);
        return null;
    }

    OpenPlan Reopen(string id)
    {
        var (input, placements) = _folder.Read(id);
        var plan = Planner.Reopen(input, placements, PlanEffort.Cold, CancellationToken.None);
        return PlanOpening.Of(Life(id)!, plan, PoolUse.Of(input, placements), CancellationToken.None) with { Truth = _folder.Truth(id) };
    }

    public ImmutableArray<PlannedJob> JobsAt(FacilityId facility, PoolKind? kind, DateTimeOffset from, DateTimeOffset until)
    {
        string? id;
        lock (_gate)
            id = InForce?.Id;
        return id is null ? [] : _inputs.Work(id).At(facility, kind, from, until);
    }

    /// <summary>The plan that was released last and not withdrawn; under the gate.</summary>
    PlanLife? InForce => _lives.Values.LastOrDefault(life => life.Stage == PlanStage.Released);

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

    /// <summary>
    /// Only the newest plans are kept open, with their input and books; what never was released is forgotten in the end, so that a plan every
    /// quarter-hour does not fill the disk.
    /// </summary>
    void ForgetOld(DateTimeOffset now)
    {
        foreach (var id in _open.Keys.Order(PlanIdOrder.Instance).SkipLast(MostOpen))
            _open.TryRemove(id, out _);
        lock (_gate)
        {
            foreach (var life in _lives.Values.SkipLast(_options.PlansKept).ToList())
            {
                if (life.At(now).IsOpen || life.Signs.Any(sign => sign.Stage is PlanStage.Released or PlanStage.Withdrawn))
                    continue;
                _lives.Remove(life.Id);
                _folder.Forget(life.Id);
            }
        }
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
