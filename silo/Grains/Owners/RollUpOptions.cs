using System.ComponentModel.DataAnnotations;

namespace DcOps.Grains.Owners;

/// <summary>How often owners tell upward and close their minutes.</summary>
public sealed class RollUpOptions
{
    /// <summary>Time between two reports of an owner to the one above it.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:00:30")]
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long rows stay in the checkpoint after they were handed to history, which writes them within about a second:
    /// a crash in between loses none, for the restart hands them on again.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan RowsSettleIn { get; init; } = TimeSpan.FromSeconds(10);
}
