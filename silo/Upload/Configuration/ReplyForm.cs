using System.ComponentModel.DataAnnotations;

namespace DcOps.Upload.Configuration;

/// <summary>How a platform's answer is read. An answer that none of these knows is a failure, and the message goes again.</summary>
public sealed class ReplyForm
{
    /// <summary>Key of the answer's code, steps divided by dots, as in <c>head.code</c>.</summary>
    [Required, MinLength(1)]
    public string Code { get; init; } = "code";

    /// <summary>Codes by which the platform has taken the items.</summary>
    [MinLength(1)]
    public ImmutableArray<string> Taken { get; init; } = ["0"];

    /// <summary>Codes by which it had them already: as good as taken.</summary>
    public ImmutableArray<string> Duplicate { get; init; } = [];

    /// <summary>Codes by which it will never take them: the guilty item is put aside and counted.</summary>
    public ImmutableArray<string> Refused { get; init; } = [];

    /// <summary>Key of the service address in the answer to a registration; null when it names none.</summary>
    public string? Service { get; init; }

    /// <summary>Key of the version in the answer to a version check.</summary>
    public string? Version { get; init; }
}
