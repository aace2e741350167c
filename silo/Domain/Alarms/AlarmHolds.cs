namespace DcOps.Domain.Alarms;

/// <summary>Why an alarm is not annunciated. Several may hold at once; the highest bit names the state.</summary>
[Flags]
public enum AlarmHolds : byte
{
    None = 0,
    Shelved = 1,
    SuppressedByDesign = 2,
    OutOfService = 4,
}
