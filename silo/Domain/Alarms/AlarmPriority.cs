namespace DcOps.Domain.Alarms;

/// <summary>How soon somebody must act: 提示, 次要, 重要, 紧急. The greater number is the more urgent.</summary>
/// <remarks>Numbers are on the wire and on disk: add at the end, never renumber.</remarks>
public enum AlarmPriority : byte
{
    /// <summary>提示: plan.</summary>
    Advisory = 1,

    /// <summary>次要: degraded; act within the shift.</summary>
    Minor = 2,

    /// <summary>重要: redundancy lost or a limit violated; act within 30 minutes.</summary>
    Major = 3,

    /// <summary>紧急: service lost, or lost within minutes; act now.</summary>
    Critical = 4,
}
