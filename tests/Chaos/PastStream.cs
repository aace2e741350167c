using DcOps.Collectors.Pipeline.Delivery;

namespace DcOps.Chaos;

/// <summary>The racks whose past is played, half a minute of it in each second.</summary>
sealed class PastStream : IDisposable
{
    public const double MinutesPerSecond = 0.5;

    readonly PastRack[] _racks;
    readonly double[] _registers;
    readonly SentLog _log;
    readonly DateTimeOffset _began;
    readonly long _steps;
    long _next;

    public PastStream(LoadPlan plan, string folder, DateTimeOffset began)
    {
        _racks = [.. plan.Past.Select((id, number) => new PastRack(id, number, plan.Seed))];
        _registers = new double[_racks.Length];
        _log = new(Path.Combine(folder, "past.csv"));
        _began = began;
        _steps = (long)(plan.Seconds * MinutesPerSecond) * 3;
        for (var step = 0L; step < _log.Newest; step++)
            Count(step);
        // The step of the kill is sent again.
        _next = Math.Max(0, _log.Newest);
    }

    public bool IsDone => _next >= _steps;

    /// <param name="share">Of the run that is over.</param>
    public void Send(Outbox outbox, double share)
    {
        for (; _next < Math.Min(_steps, share * _steps); _next++)
        {
            var at = _began + (_next * PastRack.Between);
            var batches = new List<OpenBatch>(_racks.Length);
            for (var rack = 0; rack < _racks.Length; rack++)
            {
                var watts = _racks[rack].WattsOf(_next);
                _log.Write(_next, _racks[rack].Name, at, watts);
                batches.Add(_racks[rack].Sample(at, _registers[rack], watts));
            }

            _log.Flush();
            outbox.Append(batches);
            Count(_next);
        }
    }

    public void Dispose() => _log.Dispose();

    // Power holds from its sample to the next.
    void Count(long step)
    {
        for (var rack = 0; rack < _racks.Length; rack++)
            _registers[rack] += _racks[rack].WattsOf(step) * PastRack.Between.TotalHours;
    }
}
