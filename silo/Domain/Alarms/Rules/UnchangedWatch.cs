namespace DcOps.Domain.Alarms.Rules;

/// <summary>Since when one point has said the same number; what <see cref="StuckSensorRule"/> asks.</summary>
public struct UnchangedWatch
{
    double? _value;
    DateTimeOffset _since;

    /// <summary>How long it has stood still; a value that is not known neither moves nor stands.</summary>
    /// <param name="resolution">Difference below which two values are the same; in the unit of the values.</param>
    public TimeSpan Take(DateTimeOffset at, double? value, double resolution)
    {
        if (value is not { } known)
            return _value is null ? TimeSpan.Zero : at - _since;
        if (_value is not { } last || Math.Abs(known - last) > resolution)
            (_value, _since) = (known, at);
        return at - _since;
    }
}
