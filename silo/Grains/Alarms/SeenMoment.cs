using DcOps.Domain.Alarms.Rules;

namespace DcOps.Grains.Alarms;

/// <summary>A moment of a value's history and when it was.</summary>
readonly record struct SeenMoment(DateTimeOffset At, Moment Moment);
