namespace DcOps.Simulator.Physics;

/// <summary>
/// The coolant loop of a liquid-cooled room at one instant: heat = flow × density × specific heat × temperature rise, with
/// nothing left over. The coolant is water with 25 % propylene glycol at 35 °C.
/// </summary>
/// <param name="HeatWatts">What the cold plates give to the liquid.</param>
/// <param name="CubicMetresPerSecond">Volume flow.</param>
/// <param name="PressurePascals">Between supply and return.</param>
public sealed record LiquidLoop(double HeatWatts, double CubicMetresPerSecond, double ReturnCelsius, double PressurePascals)
{
    /// <summary>Part of a rack's power that its cold plates catch; the rest goes into the air.</summary>
    public const double LiquidShare = 0.72;

    /// <summary>kg/m³.</summary>
    public const double Density = 1_013;

    /// <summary>J/(kg·K).</summary>
    public const double SpecificHeat = 3_930;

    public const double SupplyCelsius = 32;

    /// <summary>Of what a pump takes, the part that moves liquid: motor, drive and wheel together.</summary>
    public const double PumpEfficiency = 0.5;

    const double DesignRise = 10;
    const double DesignPascals = 150_000;
    const double LeastFlow = 0.35;
    const double MostFlow = 1.15;
    const double MostFlowOfOnePump = 0.6;

    /// <summary>What the pumps take, W: hydraulic power over <see cref="PumpEfficiency"/>.</summary>
    public double PumpWatts => CubicMetresPerSecond * PressurePascals / PumpEfficiency;

    /// <param name="itWatts">Of the racks on the loop.</param>
    /// <param name="designItWatts">What they were granted, above zero.</param>
    /// <param name="hasOnePump">Whether one of the two stands still.</param>
    public static LiquidLoop At(double itWatts, double designItWatts, bool hasOnePump)
    {
        var heat = itWatts * LiquidShare;
        var load = Math.Clamp(itWatts / designItWatts, LeastFlow, hasOnePump ? MostFlowOfOnePump : MostFlow);
        var flow = load * designItWatts * LiquidShare / (Density * SpecificHeat * DesignRise);
        return new(heat, flow, SupplyCelsius + (heat / (flow * Density * SpecificHeat)), DesignPascals * load * load);
    }
}
