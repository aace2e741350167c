using System.ComponentModel.DataAnnotations;

namespace DcOps.Upload.Configuration;

/// <summary>How much is kept on disk. Beyond it the oldest days go, and what of them was not acknowledged is counted.</summary>
public sealed class SpoolBounds
{
    /// <summary>The rules ask for six months, sent or not.</summary>
    [Range(typeof(TimeSpan), "184.00:00:00", "3660.00:00:00")]
    public TimeSpan MostAge { get; init; } = TimeSpan.FromDays(184);

    /// <summary>A registered meter makes about 5 MB in six months.</summary>
    [Range(1 << 20, 1L << 42)]
    public long MostBytes { get; init; } = 16L << 30;
}
