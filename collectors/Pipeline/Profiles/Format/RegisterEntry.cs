using System.ComponentModel.DataAnnotations;

namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>How an energy register behaves.</summary>
sealed class RegisterEntry
{
    /// <summary>Raw count at which it wraps to zero; absent when it never does in a meter's life.</summary>
    [Range(1, double.MaxValue)]
    public double? Modulus { get; init; }

    /// <summary>Smallest step in raw counts.</summary>
    [Range(double.Epsilon, double.MaxValue)]
    public double Step { get; init; } = 1;

    /// <summary>Whether it restarts from zero with its agent.</summary>
    public bool Volatile { get; init; }

    /// <summary>What its part can draw at most, W; absent when that is the whole device's rating.</summary>
    [Range(1, double.MaxValue)]
    public double? Rating { get; init; }
}
