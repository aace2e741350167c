using DcOps.Grains.Journal;

namespace DcOps.Silo.Host.Composition;

/// <summary>Opens the journal before the first owner wakes: one that cannot be read ends the start, not the first delivery.</summary>
sealed class JournalAtStart(IDeliveryJournal journal) : IHostedService
{
    public IDeliveryJournal Journal => journal;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
