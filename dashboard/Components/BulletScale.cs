using System.Globalization;

namespace DcOps.Dashboard.Components;

/// <summary>Where a ratio lies on a bullet bar, which reaches from 1.00 to 1.70; what lies beyond stands at its end.</summary>
public static class BulletScale
{
    public const int Width = 180;
    public const int Height = 18;

    /// <summary>Id of the bands that every bar of a page shares.</summary>
    public const string Bands = "bands";

    public const double Least = 1;
    public const double Most = 1.7;

    public static double X(double ratio) => (Math.Clamp(ratio, Least, Most) - Least) / (Most - Least) * Width;

    public static string Bar(double annual) => Text($"M0 6H{X(annual):0.#}V12H0z");

    public static string Reach(double low, double? high) => Text($"M{X(low):0.#} 9H{X(high ?? Most):0.#}");

    /// <summary>An upright line, kept wholly inside the picture.</summary>
    public static string Tick(double ratio, int top, int bottom) => Text($"M{Math.Clamp(X(ratio), 1, Width - 1):0.#} {top}V{bottom}");

    static string Text(FormattableString path) => path.ToString(CultureInfo.InvariantCulture);
}
