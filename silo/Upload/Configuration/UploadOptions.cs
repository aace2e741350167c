using System.ComponentModel.DataAnnotations;

namespace DcOps.Upload.Configuration;

/// <summary>
/// Section <c>upload</c>: which figures go to which platforms of the online monitoring of key energy users, and in what form. What a
/// platform's interface package says (paths, field names, codes, cipher suite) is written here, not in code.
/// </summary>
public sealed class UploadOptions
{
    /// <summary>Key of the configuration.</summary>
    public const string Section = "upload";

    [MinLength(1)]
    public required ImmutableArray<UploadFacility> Facilities { get; init; }

    /// <summary>Platforms that get every item, each by itself: the rules ask for two.</summary>
    [MinLength(1), MaxLength(8)]
    public required ImmutableArray<UploadDestination> Destinations { get; init; }

    /// <summary>What becomes of a day or month that does not pass the platform's own checks.</summary>
    public FailedCheck OnFailedCheck { get; init; } = FailedCheck.Send;

    /// <summary>How many times the rate of new items an old backlog may be sent at.</summary>
    [Range(1, 100)]
    public int BacklogFactor { get; init; } = 5;

    public SpoolBounds Spool { get; init; } = new();
}
