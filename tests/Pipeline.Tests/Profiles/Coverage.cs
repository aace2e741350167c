using System.Globalization;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Pipeline.Profiles.Units;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Tests.Profiles;

/// <summary>One recording read by its profile, beside what another monitor reads from it.</summary>
/// <param name="Profile">Null when no profile recognises it.</param>
/// <param name="Sensors">What the other monitor measures, neither bogus nor absent from the recording.</param>
/// <param name="States">Conditions that it shows.</param>
/// <param name="Codes">Codes of those conditions to which it gives a meaning other than unknown.</param>
/// <param name="Suspects">Bogus values that it shows.</param>
sealed record Coverage(
    RecordedDevice Device, string? Profile, int Sensors, int Equal, int States, int StatesEqual, int Codes, int CodesMapped, int Suspects, int Rejected)
{
    const double Tolerance = 0.002;

    /// <summary>Sensors that ours does not read, one line each.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    /// <summary>Sensors that ours reads otherwise, and bogus ones that it takes.</summary>
    public ImmutableArray<string> Wrong { get; init; } = [];

    /// <summary>Of the wrong, those of another unit or a power of ten apart.</summary>
    public ImmutableArray<string> WrongUnit { get; init; } = [];

    /// <summary>States of another meaning; a matter of opinion where the MIB ranks nothing.</summary>
    public ImmutableArray<string> OtherMeaning { get; init; } = [];

    /// <summary>Codes that ours takes for an unknown condition.</summary>
    public ImmutableArray<string> Unmapped { get; init; } = [];

    /// <summary>Sensors of the other monitor that contradict the MIB, with the reason.</summary>
    public ImmutableArray<string> Documented { get; init; } = [];

    /// <summary>Of the documented, those where both read the same number, and the MIB gives it another unit or quantity than the other monitor.</summary>
    public int SameNumber { get; init; }

    /// <summary>Numeric sensors of the other monitor, neither bogus nor a state, whose objects the recording does not have.</summary>
    public ImmutableArray<string> NotRecorded { get; init; } = [];

    /// <summary>Of the documented, those whose value none of their class can have, whatever the MIB says.</summary>
    public int Impossible { get; init; }

    /// <summary>Every numeric sensor that can be compared, whoever is right.</summary>
    public int Compared => Sensors + Documented.Length;

    public static Coverage Of(RecordedDevice device, ProfileLibrary library)
    {
        if (library.Recognise(device.Recording.SystemObjectId, device.Recording.Answers) is not { } profile)
            return Refused(device);

        var message = device.Recording.Ask(profile);
        var read = new ReadingNormaliser(message.Device).Explain(message).ToLookup(one => one.Raw.Address, StringComparer.Ordinal);
        var tally = new Tally();
        foreach (var sensor in device.Expected.Where(sensor => device.Recording.Has(sensor.Address)))
            tally.Add(device, sensor, read[sensor.Address].FirstOrDefault());
        var (codes, unmapped) = CodesOf(device, profile);
        return tally.Of(device, profile.Name, codes, codes - unmapped.Count) with
        {
            Unmapped = [.. unmapped],
            NotRecorded =
            [
                .. device.Expected.Where(sensor => sensor is { IsState: false, IsSuspect: false } && !device.Recording.Has(sensor.Address))
                    .Select(sensor => $"{sensor.Class} at {sensor.Address}"),
            ],
        };
    }

    static Coverage Refused(RecordedDevice device)
    {
        var known = device.Expected.Where(sensor => device.Recording.Has(sensor.Address)).ToList();
        return new(
            device, null, known.Count(sensor => sensor is { IsState: false, IsSuspect: false }), 0, known.Count(sensor => sensor is { IsState: true, IsSuspect: false }), 0,
            known.Where(sensor => sensor.IsState).Sum(sensor => sensor.States.Count(state => state.Meaning != ConditionCode.Unknown)), 0,
            known.Count(sensor => sensor.IsSuspect), known.Count(sensor => sensor.IsSuspect))
        {
            Missing = [.. known.Where(sensor => !sensor.IsSuspect).Select(sensor => Line(sensor, null))],
        };
    }

    /// <summary>Every code that the other monitor knows, said by the device in turn.</summary>
    static (int Codes, List<string> Unmapped) CodesOf(RecordedDevice device, DeviceProfile profile)
    {
        var sensors = device.Expected.Where(sensor => sensor.IsState && device.Recording.Has(sensor.Address))
            .DistinctBy(sensor => sensor.Address, StringComparer.Ordinal).ToList();
        var (codes, unmapped) = (0, new List<string>());
        var rounds = sensors.Select(sensor => sensor.States.Length).DefaultIfEmpty(0).Max();
        for (var round = 0; round < rounds; round++)
        {
            var saying = sensors.Where(sensor => sensor.States.Length > round && sensor.States[round].Meaning != ConditionCode.Unknown).ToList();
            var message = device.Recording.Ask(profile, instead: saying.ToDictionary(sensor => sensor.Address, sensor => sensor.States[round].Code, StringComparer.Ordinal));
            var read = new ReadingNormaliser(message.Device).Explain(message).ToLookup(one => one.Raw.Address, StringComparer.Ordinal);
            codes += saying.Count;
            unmapped.AddRange(saying.Where(sensor => !read[sensor.Address].Any(IsKnown))
                .Select(sensor => string.Create(CultureInfo.InvariantCulture, $"{sensor.Address} = {sensor.States[round].Code} ({sensor.States[round].Meaning})")));
        }

        return (codes, unmapped);
    }

    static bool IsKnown(Interpretation one) =>
        one.Value is (double)ConditionCode.Ok or (double)ConditionCode.Warning or (double)ConditionCode.Critical;

    static string Line(ExpectedSensor sensor, Interpretation? ours) => string.Create(
        CultureInfo.InvariantCulture,
        $"{sensor.Class} at {sensor.Address}: expected {sensor.Value}, ours {(ours is null ? "nothing" : $"{ours.Value?.ToString(CultureInfo.InvariantCulture) ?? "null"} ({ours.Point.Quantity}, {ours.Quality}, {ours.Object}, raw {ours.Raw.Number})")}");

    /// <summary>Sensors as they are compared.</summary>
    sealed class Tally
    {
        readonly List<string> _missing = [];
        readonly List<string> _wrong = [];
        readonly List<string> _wrongUnit = [];
        readonly List<string> _otherMeaning = [];
        readonly List<string> _documented = [];
        int _sensors;
        int _equal;
        int _states;
        int _statesEqual;
        int _suspects;
        int _rejected;
        int _sameNumber;
        int _impossible;

        public void Add(RecordedDevice device, ExpectedSensor sensor, Interpretation? ours)
        {
            if (sensor.IsSuspect)
                AddSuspect(sensor, ours);
            else if (sensor.IsState)
                AddState(sensor, ours);
            else if (IsSame(sensor, ours))
                (_sensors, _equal) = (_sensors + 1, _equal + 1);
            else if (Disagreements.Reason(device.Name, sensor) is { } reason)
                AddDocumented(sensor, ours, reason);
            else
                AddOther(sensor, ours);
        }

        public Coverage Of(RecordedDevice device, string profile, int codes, int mapped) =>
            new(device, profile, _sensors, _equal, _states, _statesEqual, codes, mapped, _suspects, _rejected)
            {
                Missing = [.. _missing],
                Wrong = [.. _wrong],
                WrongUnit = [.. _wrongUnit],
                OtherMeaning = [.. _otherMeaning],
                Documented = [.. _documented],
                SameNumber = _sameNumber,
                Impossible = _impossible,
            };

        void AddDocumented(ExpectedSensor sensor, Interpretation? ours, string reason)
        {
            _impossible += sensor.IsPossible ? 0 : 1;
            _documented.Add($"{Line(sensor, ours)}: {reason}");
            if (ours is { Value: { } value, Unit: { } symbol } && UnitOfMeasure.TryGet(symbol, ours.Point.Quantity, out var unit)
                && IsClose((value - unit.Offset) / unit.Factor, sensor.Value!.Value))
                _sameNumber++;
        }

        void AddSuspect(ExpectedSensor sensor, Interpretation? ours)
        {
            _suspects++;
            if (ours is null || ours.Quality != ReadingQuality.Good)
                _rejected++;
            else
                _wrong.Add(Line(sensor, ours));
        }

        void AddState(ExpectedSensor sensor, Interpretation? ours)
        {
            _states++;
            if (ours is null)
                _missing.Add(Line(sensor, ours));
            else if (ours.Point.Quantity == Quantity.Condition && (sensor.Value is not { } meant || ours.Value == meant))
                _statesEqual++;
            else
                _otherMeaning.Add(Line(sensor, ours));
        }

        void AddOther(ExpectedSensor sensor, Interpretation? ours)
        {
            _sensors++;
            (ours is null ? _missing : _wrong).Add(Line(sensor, ours));
            if (ours?.Value is not null)
                _wrongUnit.Add(Line(sensor, ours));
        }

        static bool IsSame(ExpectedSensor sensor, Interpretation? ours)
        {
            if (ours?.Value is not { } value)
                return false;

            var dimension = QuantityTraits.Of(ours.Point.Quantity).Dimension;
            var expected = sensor.Value!.Value * sensor.Factor(ours.Point.Quantity, dimension);
            return sensor.CanBe(dimension) && IsClose(value, expected);
        }

        static bool IsClose(double value, double expected) => Math.Abs(value - expected) <= (Tolerance * Math.Abs(expected)) + 1e-9;
    }
}
