using DcOps.Domain.Metering;
using DcOps.Simulator.Devices;

namespace DcOps.Simulator.Years;

/// <summary>One meter through a played year: what it shows at each reading, faults included, in the order in which it arrives.</summary>
public sealed class MeterYear(RegisteredMeter entry, ServedRegister register, ImmutableArray<YearFault> faults)
{
    // Late readings come with the first that is on time again, and some after it.
    readonly List<RegisterReading> _arrived = [];
    readonly List<RegisterReading> _held = [];
    readonly Queue<YearFault> _ahead = new(faults);
    readonly string _serial = entry.Serial!;
    string _current = entry.Serial!;
    DateTimeOffset? _marker;
    YearFault? _span;

    /// <summary>In the order of arrival.</summary>
    public IReadOnlyList<RegisterReading> Arrived => _arrived;

    public RegisteredMeter Entry => entry;

    public ImmutableArray<YearFault> Faults => faults;

    /// <summary>Takes one reading of the year.</summary>
    /// <param name="trueMillijoules">Energy that flowed since the year began, at <paramref name="at"/>.</param>
    /// <param name="watts">Power at the instant.</param>
    public void Read(DateTimeOffset at, long trueMillijoules, double watts)
    {
        YearFault? begun = null;
        if (_ahead.TryPeek(out var next) && next.From <= at)
        {
            begun = _ahead.Dequeue();
            _span = begun.To > begun.From ? begun : _span;
            Begin(begun, at, trueMillijoules);
        }

        var position = register.CountsAt(trueMillijoules) * entry.ResolutionWattHours;
        var reading = new RegisterReading(at, position, _current, _marker, MeanWatts: Math.Round(watts, 1));
        if (_span?.Covers(at) == true)
        {
            if (_span.Kind == YearFaultKind.LateDelivery)
                _held.Add(reading);
            return;
        }

        switch (begun?.Kind)
        {
            case YearFaultKind.Spike:
                _arrived.Add(reading with { Position = position + (50 * entry.RatedWatts) });
                return;
            case YearFaultKind.Jitter when position >= entry.ResolutionWattHours:
                _arrived.Add(reading with { Position = _arrived[^1].Position - entry.ResolutionWattHours });
                return;
            case YearFaultKind.Repetition:
                _arrived.Add(reading);
                break;
        }

        _arrived.Add(reading);
        if (_held.Count > 0 && at >= _span!.To.AddDays(1))
        {
            _arrived.AddRange(_held);
            _held.Clear();
        }
    }

    void Begin(YearFault fault, DateTimeOffset at, long trueMillijoules)
    {
        switch (fault.Kind)
        {
            case YearFaultKind.Reset:
                // The meter is set back at this very reading and writes down when.
                register.Reset(trueMillijoules);
                _marker = at;
                break;
            case YearFaultKind.UntoldReset:
                register.Reset(trueMillijoules);
                break;
            case YearFaultKind.MeterChange:
                register.OffsetMillijoules = (register.Form.ResolutionMillijoules * 4_711) - trueMillijoules;
                _current = $"{_serial}-{at.ToUnixTimeSeconds():x}";
                _marker = null;
                break;
        }
    }
}
