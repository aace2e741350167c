namespace DcOps.Domain.Alarms.Kpis;

/// <summary>One of the alarms that were raised most often.</summary>
/// <param name="IsChattering">Whether it was raised three times within a minute.</param>
public sealed record FrequentAlarm(AlarmKey Key, int Count, bool IsChattering);
