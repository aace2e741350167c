using System.ComponentModel.DataAnnotations;

namespace DcOps.Domain.Topology;

/// <summary>Key <c>name</c>: what people read, in both languages.</summary>
public sealed class NameSection
{
    [Required, StringLength(80)]
    public required string Chinese { get; init; }

    [Required, StringLength(80)]
    public required string English { get; init; }

    internal Designation Designation => new(Chinese, English);
}
