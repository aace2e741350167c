using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms.Notification;

namespace DcOps.Notify;

/// <summary>Shows what stands to channels that keep a state of their own. One showing is under way; what changes meanwhile is shown next.</summary>
sealed class StandingShow(INoticeSender sender)
{
    ImmutableArray<NotifiedIncident>? _next;
    Task _showing = Task.CompletedTask;

    /// <summary>Never waits.</summary>
    public void Show(ImmutableArray<NotifiedIncident> incidents)
    {
        _next = incidents;
        if (_showing.IsCompleted)
            _showing = ShowAsync();
    }

    async Task ShowAsync()
    {
        while (_next is { } incidents)
        {
            _next = null;
            try
            {
                await sender.ShowAsync(incidents, CancellationToken.None);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // The channel says so in its state; the next change or minute shows again.
                NotifyMetrics.ShowFaults.Inc();
            }
        }
    }
}
