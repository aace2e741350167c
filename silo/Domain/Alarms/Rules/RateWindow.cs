namespace DcOps.Domain.Alarms.Rules;

/// <summary>The rate of one point over a stretch: two anchors, so that the rate is always over one to two stretches.</summary>
public struct RateWindow
{
    (DateTimeOffset At, double Value)? _older;
    (DateTimeOffset At, double Value)? _newer;

    /// <summary>Per minute; null until a whole stretch was seen, and after a gap of more than four stretches.</summary>
    public double? Take(DateTimeOffset at, double value, TimeSpan over)
    {
        if (_newer is { } last && at - last.At > over * 4)
            (_older, _newer) = (null, null);
        if (_newer is not { } newer)
        {
            _newer = (at, value);
            return null;
        }

        if (at - newer.At >= over)
        {
            _older = newer;
            _newer = (at, value);
        }

        return _older is { } from && at > from.At ? (value - from.Value) / (at - from.At).TotalMinutes : null;
    }
}
