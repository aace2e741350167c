using DcOps.Upload.Configuration;

namespace DcOps.Upload.Sending;

/// <summary>How many items of a backlog may go now: a rate, and what one minute of it has left over.</summary>
/// <param name="itemsPerMinute">Above zero.</param>
public sealed class BacklogPace(double itemsPerMinute, TimeProvider time)
{
    const double QuarterMinutes = 15;

    readonly double _most = Math.Max(1, itemsPerMinute);
    double _allowance = Math.Max(1, itemsPerMinute);
    long _at = time.GetTimestamp();

    /// <summary>The configured multiple of what new quarter-hours bring.</summary>
    public static BacklogPace Of(UploadOptions options, TimeProvider time) =>
        new(options.BacklogFactor * options.Facilities.Sum(facility => facility.Meters.Length) / QuarterMinutes, time);

    public int Allowed()
    {
        var now = time.GetTimestamp();
        _allowance = Math.Min(_most, _allowance + (time.GetElapsedTime(_at, now).TotalMinutes * itemsPerMinute));
        _at = now;
        return (int)_allowance;
    }

    public void Used(int items) => _allowance -= items;

    /// <summary>Until one more may go.</summary>
    public TimeSpan UntilNext => TimeSpan.FromMinutes(Math.Max(0, 1 - _allowance) / itemsPerMinute);
}
