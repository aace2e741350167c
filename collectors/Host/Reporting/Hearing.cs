namespace DcOps.Collectors.Host.Reporting;

/// <summary>Whether the province hears this collector: the other half of its heartbeat.</summary>
sealed class Hearing(TimeProvider time)
{
    /// <summary>When it last took a report, UTC; null when it never has.</summary>
    public DateTimeOffset? HeardAt { get; private set; }

    /// <summary>Whether it took the last report; true before the first.</summary>
    public bool IsHeard { get; private set; } = true;

    public void Took()
    {
        (HeardAt, IsHeard) = (time.GetUtcNow(), true);
        HostMetrics.HeardByProvince.Set(1);
    }

    public void Missed()
    {
        IsHeard = false;
        HostMetrics.HeardByProvince.Set(0);
    }
}
