using System.ComponentModel.DataAnnotations;

namespace DcOps.Ledger;

/// <summary>Section <c>ledger</c> of the configuration. Without it the boundary of the inventory is the meter registry.</summary>
public sealed class LedgerSection
{
    public const string Section = "ledger";

    /// <summary>Table of the meter registry, beside the configuration; it is in force until another is applied.</summary>
    [MinLength(1, ErrorMessage = "must name a file.")]
    public string? Meters { get; init; }

    /// <summary>Table of what is declared of facilities, beside the configuration.</summary>
    [MinLength(1, ErrorMessage = "must name a file.")]
    public string? Facilities { get; init; }

    /// <summary>Table of racks by facility and day, beside the configuration.</summary>
    [MinLength(1, ErrorMessage = "must name a file.")]
    public string? Racks { get; init; }

    /// <summary>Table of green electricity by contract and certificate, likewise.</summary>
    [MinLength(1, ErrorMessage = "must name a file.")]
    public string? Contracts { get; init; }

    /// <summary>Table of fuel burnt, likewise.</summary>
    [MinLength(1, ErrorMessage = "must name a file.")]
    public string? Fuels { get; init; }

    /// <summary>Table of tests by characteristic conditions, likewise.</summary>
    [MinLength(1, ErrorMessage = "must name a file.")]
    public string? Conditions { get; init; }

    /// <summary>Table of designs as they were filed, likewise: what design PUE is computed from.</summary>
    [MinLength(1, ErrorMessage = "must name a file.")]
    public string? Designs { get; init; }

    /// <summary>Table of servers by facility, day and kind, likewise: what ITEUsv and ITEEsv are computed from.</summary>
    [MinLength(1, ErrorMessage = "must name a file.")]
    public string? Servers { get; init; }

    /// <summary>Water that power stations use for a kilowatt-hour of the grid, L/kWh; without it WUE source is not known.</summary>
    [Range(0.0, 100.0, ErrorMessage = "must be between 0 and 100.")]
    public double? GridWaterLitresPerKilowattHour { get; init; }

    /// <summary>From when on a site counts as inefficient; without it none is listed.</summary>
    public LowEfficiencySection? LowEfficiency { get; init; }

    /// <summary>Ratio that savings are counted against.</summary>
    [Range(1.0, 3.0, ErrorMessage = "must be between 1 and 3.")]
    public decimal TargetRatio { get; init; } = 1.3m;
}
