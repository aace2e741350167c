using System.ComponentModel.DataAnnotations;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>Where a payload tells its time.</summary>
public sealed record TimeDefinition
{
    /// <summary>Absent: the time of receipt.</summary>
    public string? Path { get; init; }

    /// <summary>
    /// <c>iso</c>, <c>unix-s</c>, <c>unix-ms</c>, <c>auto</c> (text is ISO 8601, a number is Unix time in s or ms), or a
    /// pattern of digits such as <c>yyyyMMddHHmmssfff</c>.
    /// </summary>
    [Required]
    public string Form { get; init; } = "auto";

    /// <summary>Zone of times that carry none, as in <c>Asia/Shanghai</c>; absent: such a time is not readable.</summary>
    public string? Zone { get; init; }

    /// <summary>Farthest that the device's time may be from the time of receipt and still be believed.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan MaximumSkew { get; init; } = TimeSpan.FromMinutes(5);
}
