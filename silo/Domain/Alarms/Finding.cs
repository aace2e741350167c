namespace DcOps.Domain.Alarms;

/// <summary>What a rule finds in what it was shown.</summary>
/// <param name="Value">The figure that was judged, in the rule's unit; null where there is none.</param>
/// <param name="Limit">What it was judged against, in the same unit; null where there is none.</param>
/// <param name="Priority">Instead of the rule's own; null where the rule's own counts.</param>
public readonly record struct Finding(
    AlarmCondition Condition, double? Value = null, double? Limit = null, AlarmPriority? Priority = null)
{
    public static Finding Missing => new(AlarmCondition.Missing);

    public static Finding Normal => new(AlarmCondition.Normal);

    /// <summary>Above a limit; once there, until it is below the limit less the deadband (vector A03).</summary>
    public static Finding Above(double? value, double limit, double deadband, bool isAbnormal, AlarmPriority? priority = null) =>
        value is not { } known ? Missing
        : new(
            known > limit || (isAbnormal && known >= limit - deadband) ? AlarmCondition.Abnormal : AlarmCondition.Normal,
            known, limit, priority);

    /// <summary>Below a limit; once there, until it is above the limit plus the deadband.</summary>
    public static Finding Below(double? value, double limit, double deadband, bool isAbnormal, AlarmPriority? priority = null) =>
        value is not { } known ? Missing
        : new(
            known < limit || (isAbnormal && known <= limit + deadband) ? AlarmCondition.Abnormal : AlarmCondition.Normal,
            known, limit, priority);

    public static Finding Of(bool isAbnormal, double? value = null, double? limit = null, AlarmPriority? priority = null) =>
        new(isAbnormal ? AlarmCondition.Abnormal : AlarmCondition.Normal, value, limit, priority);
}
