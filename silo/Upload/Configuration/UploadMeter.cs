using System.ComponentModel.DataAnnotations;

namespace DcOps.Upload.Configuration;

/// <summary>One meter whose figures are uploaded.</summary>
public sealed class UploadMeter
{
    /// <summary>Name in the meter registry.</summary>
    [Required, MinLength(1)]
    public required string Meter { get; init; }

    /// <summary>Item code at the platform.</summary>
    [Required, RegularExpression("[0-9A-Za-z_.-]{1,64}", ErrorMessage = "must be 1 to 64 letters, digits, dots, hyphens or underscores.")]
    public required string Code { get; init; }

    /// <summary>Name of the unit at the platform, as in 万kWh.</summary>
    [Required, MinLength(1)]
    public string Unit { get; init; } = "kWh";

    /// <summary>What the register counts (Wh, L, g) in one unit: 1000 for kWh, 10000000 for 万kWh.</summary>
    [Range(typeof(decimal), "0.001", "1000000000000")]
    public decimal CountsPerUnit { get; init; } = 1_000;

    [Range(0, 12)]
    public int Decimals { get; init; } = 3;

    /// <summary>Tonnes of coal equivalent per unit.</summary>
    [Range(typeof(decimal), "0", "1000000")]
    public decimal? TceFactor { get; init; }
}
