using System.Globalization;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Tests.Profiles;

/// <summary>One recording read by its profile, beside what another monitor reads from it.</summary>
sealed record Comparison(
    string Recording, string Profile, int Expected, int Equal, int States, int StatesEqual, int Rejected,
    ImmutableArray<string> Missing, ImmutableArray<string> Wrong)
{
    const double Tolerance = 0.002;

    public static string Header => string.Create(
        CultureInfo.InvariantCulture,
        $"{"recording",-34}{"profile",-18}{"expected",9}{"equal",7}{"states",8}{"equal",7}{"rejected",10}{"missing",9}{"wrong",7}");

    /// <param name="family">Prefix of the addresses that the profile is about; what lies elsewhere is another profile's.</param>
    public static Comparison Of(
        string name, DeviceProfile profile, string family, ImmutableArray<ExpectedSensor> sensors, ImmutableArray<Interpretation> read)
    {
        var byAddress = read.ToLookup(interpretation => interpretation.Raw.Address, StringComparer.Ordinal);
        var own = sensors.Where(sensor => sensor.Address.StartsWith(family, StringComparison.Ordinal)).ToList();
        var missing = new List<string>();
        var wrong = new List<string>();
        var (equal, statesEqual, rejected) = (0, 0, 0);
        foreach (var sensor in own)
        {
            var ours = byAddress[sensor.Address].FirstOrDefault();
            if (sensor.IsSuspect)
                (rejected, wrong) = ours is null || ours.Quality == ReadingQuality.Bad ? (rejected + 1, wrong) : (rejected, [.. wrong, Line(sensor, ours)]);
            else if (ours is null)
                missing.Add(Line(sensor, ours));
            else if (sensor.IsState && (sensor.Value is not { } meant || ours.Value == meant))
                statesEqual++;
            else if (!sensor.IsState && IsSame(sensor, ours))
                equal++;
            else
                wrong.Add(Line(sensor, ours));
        }

        var measured = own.Count(sensor => sensor is { IsState: false, IsSuspect: false });
        return new(name, profile.Name, measured, equal, own.Count(sensor => sensor.IsState), statesEqual, rejected, [.. missing], [.. wrong]);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Recording,-34}{Profile,-18}{Expected,9}{Equal,7}{States,8}{StatesEqual,7}{Rejected,10}{Missing.Length,9}{Wrong.Length,7}");

    static bool IsSame(ExpectedSensor sensor, Interpretation ours) =>
        ours.Value is { } value && Math.Abs(value - sensor.Value!.Value) <= Tolerance * Math.Abs(sensor.Value.Value) + 1e-9;

    static string Line(ExpectedSensor sensor, Interpretation? ours) => string.Create(
        CultureInfo.InvariantCulture,
        $"{sensor.Class} at {sensor.Address}: expected {sensor.Value}, ours {(ours is null ? "nothing" : $"{ours.Value?.ToString(CultureInfo.InvariantCulture) ?? "null"} ({ours.Quality}, {ours.Object}, raw {ours.Raw.Number})")}");
}
