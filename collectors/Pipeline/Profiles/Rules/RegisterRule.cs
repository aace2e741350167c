using DcOps.Collectors.Pipeline.Profiles.Layouts;
using DcOps.Collectors.Pipeline.Profiles.Units;

namespace DcOps.Collectors.Pipeline.Profiles.Rules;

/// <summary>How an energy register behaves, in raw counts.</summary>
/// <param name="RatedWatts">What its part can draw at most; null when that is the whole device's rating.</param>
sealed record RegisterRule(double? Modulus, double Step, bool IsVolatile, double? RatedWatts)
{
    /// <param name="scale">From the unit that the steps lead to, to Wh.</param>
    /// <param name="steps">From one count to that unit.</param>
    /// <param name="serial">Address of the meter's serial number; null when there is none.</param>
    public RegisterForm Form(Scale scale, ImmutableArray<ScaleStep> steps, string? serial)
    {
        var count = 1.0;
        foreach (var step in steps)
            count = step.Apply(count);
        return new(
            scale.Apply(Step * count), Modulus is { } modulus ? scale.Apply(modulus * count) : null, RatedWatts, IsVolatile, serial);
    }
}
