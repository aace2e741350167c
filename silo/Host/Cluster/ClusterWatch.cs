using DcOps.Contracts;
using DcOps.Grains.Owners;
using DcOps.Grains.Placement;

namespace DcOps.Silo.Host.Cluster;

/// <summary>
/// Follows who is in the cluster. When a silo joined, the facilities that are at home there are let go of here, each with its
/// state written; when one left, those that are at home here now are woken, so that their silence is seen and no minute waits for a reading.
/// </summary>
sealed partial class ClusterWatch(
    IClusterMembershipService membership, ILocalSiloDetails local, OwnersHere here, RollUpGate gate, TimeProvider time, ILogger<ClusterWatch> logger)
    : BackgroundService
{
    const int AtOnce = 32;

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(3);

    ImmutableArray<SiloAddress> _silos = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var snapshot in membership.MembershipUpdates.WithCancellation(stoppingToken))
            {
                ImmutableArray<SiloAddress> silos =
                    [.. snapshot.Members.Values.Where(member => member.Status == SiloStatus.Active).Select(member => member.SiloAddress).Order()];
                if (silos.IsEmpty || silos.SequenceEqual(_silos))
                    continue;
                _silos = silos;
                LogMembers(silos.Length, string.Join(", ", silos.Select(silo => silo.Endpoint)));
                await AdaptAsync(silos, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end of the run.
        }
    }

    async Task AdaptAsync(ImmutableArray<SiloAddress> silos, CancellationToken cancellationToken)
    {
        var isHere = silos.Contains(local.SiloAddress);
        if (!isHere || gate.IsClosed)
            return;

        var moved = await LetGoAsync(silos, cancellationToken);
        await Parallel.ForEachAsync(
            here.All.Where(owner => FacilityHomes.Of(owner.Key, silos).Equals(local.SiloAddress)),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (owner, token) => await WakeAsync(owner.Owner, token));
        LogAdapted(moved);
    }

    async Task<int> LetGoAsync(ImmutableArray<SiloAddress> silos, CancellationToken cancellationToken)
    {
        var strangers = (await here.GrainsAsync(local.SiloAddress))
            .Where(grain => !FacilityHomes.Of(grain.Key.ToString() ?? "", silos).Equals(local.SiloAddress)).ToList();
        await Parallel.ForEachAsync(
            strangers,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (grain, token) => await here.Manage(grain).DeactivateOnIdle(token));
        return strangers.Count;
    }

    async Task WakeAsync(IReadingOwner owner, CancellationToken cancellationToken)
    {
        while (!gate.IsClosed)
        {
            try
            {
                // A question that went to a silo on its way out may never be answered; the next one is.
                await owner.DurableThrough("").AsTask().WaitAsync(AnswerWithin, time, cancellationToken);
                return;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogAsleep(fault.Message);
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "{Silos} silos are in the cluster: {Names}")]
    partial void LogMembers(int silos, string names);

    [LoggerMessage(LogLevel.Information, "{Grains} grains were let go of to their new homes; what is at home here is awake")]
    partial void LogAdapted(int grains);

    [LoggerMessage(LogLevel.Debug, "An owner cannot be woken yet: {Reason}")]
    partial void LogAsleep(string reason);
}
