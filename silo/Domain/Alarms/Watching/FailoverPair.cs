using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Alarms.Watching;

/// <summary>Two feeds of the same racks: their highest common load of today and of yesterday, by phase.</summary>
sealed class FailoverPair(FailoverSide first, FailoverSide second, Quantity quantity)
{
    /// <summary>All phases together, then each of three.</summary>
    public const int Slots = 4;

    /// <summary>Readings further apart are not of the same moment; meters are read once a minute at the least.</summary>
    static readonly TimeSpan Together = TimeSpan.FromSeconds(90);

    readonly (DateTimeOffset At, double Value)[] _last = new (DateTimeOffset, double)[2 * Slots];
    double[] _today = Nothing();
    double[] _yesterday = Nothing();
    int _day;

    public string Name { get; } = $"{first.Node.Id}+{second.Node.Id}";

    public FailoverSide First => first;

    public FailoverSide Second => second;

    public Quantity Quantity => quantity;

    /// <summary>Whether a whole day, or what was seen of it, is over.</summary>
    public bool HasYesterday => Array.Exists(_yesterday, peak => !double.IsNaN(peak));

    /// <param name="side">0 or 1.</param>
    /// <param name="day">Number of the local day of the reading.</param>
    public void Take(int side, int slot, double value, DateTimeOffset at, int day)
    {
        Turn(day);
        ref var own = ref _last[(side * Slots) + slot];
        if (day < _day || at <= own.At)
            return;

        own = (at, value);
        var (otherAt, other) = _last[((1 - side) * Slots) + slot];
        if ((at - otherAt).Duration() <= Together && !(value + other <= _today[slot]))
            _today[slot] = value + other;
    }

    /// <summary>Begins a day; of the days before only the last counts.</summary>
    public void Turn(int day)
    {
        if (day <= _day)
            return;
        (_yesterday, _today) = (day == _day + 1 ? _today : Nothing(), Nothing());
        _day = day;
    }

    /// <summary>The weaker of both left alone with yesterday's load.</summary>
    public FailoverLoad Load()
    {
        var isFirstWeaker = Carries(first) <= Carries(second);
        var (lost, survivor) = isFirstWeaker ? (second, first) : (first, second);
        var isByPhase = _yesterday.AsSpan(1).ContainsAnyExcept(double.NaN);
        var phases = ImmutableArray.CreateBuilder<FailoverPhase>();
        for (var slot = isByPhase ? 1 : 0; slot < (isByPhase ? Slots : 1); slot++)
        {
            if (!double.IsNaN(_yesterday[slot]))
                phases.Add(new(isByPhase ? $"L{slot}" : "", _yesterday[slot], survivor.Rating, survivor.Derating));
        }

        return new(lost.Name, survivor.Name, phases.ToImmutable(), quantity);
    }

    public FailoverPeak Save() => new(Name, _day, [.. _today], [.. _yesterday]);

    public void Restore(FailoverPeak saved)
    {
        if (saved.Today.Length == Slots && saved.Yesterday.Length == Slots)
            (_day, _today, _yesterday) = (saved.Day, [.. saved.Today], [.. saved.Yesterday]);
    }

    static double Carries(in FailoverSide side) => side.Rating * (side.Derating ?? 1);

    static double[] Nothing() => [double.NaN, double.NaN, double.NaN, double.NaN];
}
