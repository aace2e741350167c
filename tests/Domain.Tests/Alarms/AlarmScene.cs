using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Alarms;

/// <summary>One rack inlet under one rule, read by a clock that the test moves.</summary>
sealed class AlarmScene
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 2, 0, 0, TimeSpan.Zero);

    public static readonly Location Rack = Location.Parse("NJ-01/R01/A07");

    public static readonly PointId Inlet = new("sensor-1", PartKind.Sensor, 1, Quantity.InletTemperature);

    public AlarmScene(
        double onSeconds = 0, double offSeconds = 0, bool isLatching = false, AlarmPriority priority = AlarmPriority.Major,
        double? urgentHigh = null)
    {
        Rule = new()
        {
            Id = "inlet-high",
            Priority = priority,
            Quantity = Quantity.InletTemperature,
            High = 27,
            UrgentHigh = urgentHigh,
            Deadband = 0.5,
            OnDelay = TimeSpan.FromSeconds(onSeconds),
            OffDelay = TimeSpan.FromSeconds(offSeconds),
            Latching = isLatching,
        };
        Rules = new([Rule], EquipmentRegister.Empty);
    }

    public AlarmBook Book { get; set; } = new(AlarmPolicy.Usual);

    public LimitRule Rule { get; }

    public PointRules Rules { get; }

    public AlarmKey Key => new(Rack, Inlet, Rule.Id);

    public Alarm? Alarm => Book.Of(Key);

    public AlarmState State => Alarm?.State ?? AlarmState.Normal;

    /// <summary>Everything journalled so far.</summary>
    public List<AlarmTransition> Journal { get; } = [];

    public static DateTimeOffset At(double seconds) => Start.AddSeconds(seconds);

    /// <summary>Reads the inlet.</summary>
    /// <param name="celsius">Null when the device says "not available".</param>
    /// <param name="receivedSeconds">Two seconds after it was observed when left out.</param>
    public AlarmState Read(double seconds, double? celsius, double? receivedSeconds = null)
    {
        Book.Observe(
            Rules, Rack, [new(Inlet, celsius, At(seconds), ReadingQuality.Good)], At(receivedSeconds ?? (seconds + 2)));
        Journal.AddRange(Book.TakeTransitions());
        return State;
    }

    public AlarmDecision Do(double seconds, AlarmCommand command, string author = "li")
    {
        var decision = Book.Command(Key, Rule.Priority, command, author, At(seconds));
        Journal.AddRange(Book.TakeTransitions());
        return decision;
    }

    public AlarmState Sweep(double seconds)
    {
        Book.Sweep(At(seconds));
        Journal.AddRange(Book.TakeTransitions());
        return State;
    }

    public AlarmState Acknowledge(double seconds)
    {
        Assert.IsType<AlarmDecision.Taken>(Do(seconds, new AlarmCommand.Acknowledge()));
        return State;
    }
}
