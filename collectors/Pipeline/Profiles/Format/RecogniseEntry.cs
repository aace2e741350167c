namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>How a device shows that a profile is for it.</summary>
sealed class RecogniseEntry
{
    public string[] SystemObjectIds { get; init; } = [];

    public string[] Fingerprint { get; init; } = [];

    public bool Generic { get; init; }
}
