using System.ComponentModel.DataAnnotations;

namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>How a device shows that a profile is for it.</summary>
sealed class RecogniseEntry
{
    public string[] SystemObjectIds { get; init; } = [];

    public string[] Fingerprint { get; init; } = [];

    /// <summary>Present for a standard that many makers speak beside their own: such are considered last, 1 before 2.</summary>
    [Range(1, 99)]
    public int? Generic { get; init; }
}
