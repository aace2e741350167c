using System.Collections.Concurrent;

namespace DcOps.Grains.Tests.Alarms;

/// <summary>What the notification was told, in its order.</summary>
public sealed class NotifiedLog
{
    readonly ConcurrentQueue<NotifiedReport> _told = [];

    public ImmutableArray<NotifiedReport> Told => [.. _told];

    public void Add(NotifiedReport report) => _told.Enqueue(report);
}
