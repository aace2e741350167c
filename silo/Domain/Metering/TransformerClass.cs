using System.Globalization;

namespace DcOps.Domain.Metering;

/// <summary>A current or voltage transformer: its ratio as on the plate, and its accuracy class.</summary>
/// <param name="Primary">A or V; as in 400 of 400/5.</param>
/// <param name="Secondary">A or V; above zero.</param>
/// <param name="AccuracyPercent">Null when not declared.</param>
public readonly record struct TransformerClass(double Primary, double Secondary, double? AccuracyPercent = null)
{
    public double Ratio => Primary / Secondary;

    /// <summary>As in <c>400/5</c>.</summary>
    public string Plate => string.Create(CultureInfo.InvariantCulture, $"{Primary}/{Secondary}");

    public static bool TryParse(string text, out TransformerClass transformer)
    {
        transformer = default;
        if (text.Split('/') is not [var left, var right]
            || !double.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out var primary) || primary <= 0
            || !double.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out var secondary) || secondary <= 0)
            return false;

        transformer = new(primary, secondary);
        return true;
    }
}
