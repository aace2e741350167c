using DcOps.Collectors.Pipeline.Delivery;

namespace DcOps.Chaos;

/// <summary>The racks that are read as it happens, every second; a second that the process was dead is not made up.</summary>
sealed class LiveStream : IDisposable
{
    readonly LiveRack[] _racks;
    readonly SentLog _log;
    readonly DateTimeOffset _began;
    readonly long _seconds;
    long _next;

    public LiveStream(LoadPlan plan, string folder, DateTimeOffset began)
    {
        _racks = [.. plan.Live.Select((id, number) => new LiveRack(id, number, plan.Seed))];
        _log = new(Path.Combine(folder, "live.csv"));
        _began = began;
        _seconds = plan.Seconds;
        _next = Math.Max(0, _log.Newest);
    }

    public void Send(Outbox outbox, DateTimeOffset now)
    {
        var second = Math.Min(_seconds - 1, (long)(now - _began).TotalSeconds);
        if (second < _next)
            return;

        // The step of a kill comes again with its own instant; what it would have been since is skipped.
        SendStep(outbox, _next);
        if (second > _next)
            SendStep(outbox, second);
        _next = second + 1;
    }

    public void Dispose() => _log.Dispose();

    void SendStep(Outbox outbox, long second)
    {
        var at = _began + TimeSpan.FromSeconds(second);
        var batches = new List<OpenBatch>(_racks.Length);
        foreach (var rack in _racks)
        {
            var celsius = rack.CelsiusOf(second);
            _log.Write(second, rack.Name, at, celsius);
            batches.Add(rack.Sample(at, celsius));
        }

        _log.Flush();
        outbox.Append(batches);
    }
}
