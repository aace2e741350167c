using DcOps.Domain.Alarms;

namespace DcOps.Grains.Alarms;

/// <summary>What an owner's rules are shown besides its own readings; asked for beside the grain's turns, never waited for in one.</summary>
interface IAlarmInput
{
    /// <summary>Shows the book what is known, and asks anew when it is time. Called every second or so.</summary>
    void Sweep(AlarmBook book, DateTimeOffset now);
}
