using DcOps.Domain.Scheduling.Tables;
using DcOps.Simulator.Agents;
using DcOps.Simulator.Computing;
using DcOps.Simulator.Options;
using DcOps.Simulator.Sites;
using DcOps.Simulator.State;

namespace DcOps.Simulator.Running;

/// <summary>
/// The running province: catches up with the clock, opens the agents, steps once a second, keeps its state, and says when
/// it is ready by writing the sites' configuration.
/// </summary>
public sealed partial class Simulation(
    SimulatorArguments arguments, PlayedProvince played, TimeProvider time, ILogger<Simulation> log)
    : IHostedLifecycleService, IAsyncDisposable
{
    static readonly TimeSpan BetweenSaves = TimeSpan.FromSeconds(10);

    readonly StateFile _file = new(arguments.Data);
    readonly Snapshot _snapshot = new(played.Model, played.Devices, played.Faults);
    readonly CancellationTokenSource _stop = new();
    AgentFleet? _agents;
    Task _running = Task.CompletedTask;
    int _starts = 1;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        var plan = played.Model.Plan;
        LogLaidOut(plan.Size.Facilities, plan.Size.Racks, played.Devices.Snmp.Length, plan.Seed);
        if (_file.Read() is { } state)
        {
            _snapshot.Restore(state);
            _starts = state.Starts + 1;
            LogContinues(_file.Path, state.At);
        }

        played.Truth.Note(played.Model.Now);
        Advance();
        Save();
        _agents = new(played.Devices, AgentKeys.Default, arguments.SnmpPort, _starts, time);
        LogAgents(_agents.Count, played.Devices.Snmp[0].Plan.Address, arguments.SnmpPort);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _running = RunAsync(_stop.Token);
        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        SiteFile.WriteBeside(arguments.Site, SiteDeclarations.File, SiteDeclarations.Table(played.Model.Plan));
        SiteFile.WriteBeside(arguments.Site, SiteMeters.File, SiteMeters.Table(played.Model.Plan));
        SiteFile.WriteBeside(arguments.Site, ChainTable.File, ChainTable.Of(played.Model.Plan));
        foreach (var (name, text) in PlanTables.Write(ComputeOf.Make(played.Model.Plan, time.GetUtcNow())))
            SiteFile.WriteBeside(arguments.Site, Path.Combine(ComputeOf.Folder, name), text);
        SiteFile.Write(arguments.Site, SiteDocument.Of(played.Model.Plan, AgentKeys.Default, arguments.SnmpPort, arguments.Broker));
        LogReady(arguments.Site);
        return Task.CompletedTask;
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _running;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        // The agents go first: what a device has said must be in the state.
        return DisposeAsync().AsTask();
    }

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        Save();
        LogStopped(_file.Path);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (_agents is { } agents)
            await agents.DisposeAsync();
        _agents = null;
        _stop.Dispose();
    }

    async Task RunAsync(CancellationToken cancellationToken)
    {
        var savedAt = time.GetTimestamp();
        while (await NextSecondAsync(cancellationToken))
        {
            played.Faults.Expire();
            Advance();
            if (time.GetElapsedTime(savedAt) < BetweenSaves)
                continue;

            Save();
            savedAt = time.GetTimestamp();
        }
    }

    void Save() => _file.Write(_snapshot.Take(_starts));

    // One step ahead, so that a device asked at any instant finds the energy of that instant inside the last step.
    void Advance() => played.Model.Advance(time.GetUtcNow().AddSeconds(1), played.Truth.Note);

    async ValueTask<bool> NextSecondAsync(CancellationToken cancellationToken)
    {
        try
        {
            var into = time.GetUtcNow().TimeOfDay.TotalSeconds % 1;
            await Task.Delay(TimeSpan.FromSeconds(1 - into), time, cancellationToken);
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    [LoggerMessage(LogLevel.Information, "{Facilities} data centres, {Racks} racks, {Devices} SNMP devices (seed {Seed})")]
    partial void LogLaidOut(int facilities, int racks, int devices, ulong seed);

    [LoggerMessage(LogLevel.Information, "Continues {File} from {At:u}")]
    partial void LogContinues(string file, DateTimeOffset at);

    [LoggerMessage(LogLevel.Information, "{Count} SNMP agents answer, from {Address} on, UDP port {Port}")]
    partial void LogAgents(int count, System.Net.IPAddress address, int port);

    [LoggerMessage(LogLevel.Information, "ready: the sites' configuration is {Site}")]
    partial void LogReady(string site);

    [LoggerMessage(LogLevel.Information, "Stopped; registers are kept in {File}")]
    partial void LogStopped(string file);
}
