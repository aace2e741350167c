using System.Text.Json;
using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>Applies the points of a mapping to one payload.</summary>
sealed class PayloadEvaluation
{
    // More outlets, phases or sensors than any device has: a payload that is out to cost us time.
    const int MostElements = 512;
    readonly MessageSource _source;
    readonly DateTimeOffset _observedAt;
    readonly TimeFault _time;
    readonly ImmutableArray<Reading>.Builder _readings = ImmutableArray.CreateBuilder<Reading>();
    readonly ImmutableArray<RegisterTraits>.Builder _registers = ImmutableArray.CreateBuilder<RegisterTraits>();
    readonly List<(int Number, JsonElement Value)> _found = [];
    ImmutableArray<(string Point, ValueFault Fault)> _faults = [];
    bool _hasTooMany;

    PayloadEvaluation(MessageSource source, DateTimeOffset observedAt, TimeFault time)
    {
        _source = source;
        _observedAt = observedAt;
        _time = time;
    }

    /// <param name="stated">The payload as it came: it tells the time.</param>
    /// <param name="payload">What the points are read from: the same, or what was said so far.</param>
    public static MessageOutcome Of(MessageSource source, JsonElement stated, JsonElement payload, DateTimeOffset receivedAt)
    {
        var mapping = source.Mapping;
        var observedAt = mapping.Time.Of(stated, receivedAt, out var time);
        if (mapping.Serial?.One(payload) is { ValueKind: JsonValueKind.String } serial)
            source.Serial = serial.GetString();

        var evaluation = new PayloadEvaluation(source, observedAt, time);
        var ratedWatts = mapping.RatedPower?.One(payload) is { ValueKind: JsonValueKind.Number } rated && rated.GetDouble() is > 0 and < 1e10 and var watts
            ? watts
            : source.Device.RatedWatts;
        for (var index = 0; index < mapping.Points.Length; index++)
            evaluation.Apply(mapping.Points[index], source.Points[index], payload, ratedWatts);
        return evaluation.Outcome();
    }

    MessageOutcome Outcome() => _hasTooMany
        ? new MessageOutcome.Refused(RefusalReason.TooLarge, $"an array has more than {MostElements} elements")
        : _readings.Count == 0
        ? new MessageOutcome.Refused(RefusalReason.NothingMapped)
        : new MessageOutcome.Mapped(
            _source.Mapping.Name, new DeviceReadings(_source.Device, _readings.DrainToImmutable(), _registers.DrainToImmutable()), _time, _faults);

    void Apply(PointMapping point, PointId id, JsonElement payload, double ratedWatts)
    {
        if (!point.Path!.IsMany)
        {
            if (point.Path.One(payload) is { } value)
                Add(point, id, Value(point, value), ratedWatts);
            return;
        }

        point.Path.Many(payload, _found);
        if (_found.Count > MostElements)
        {
            _hasTooMany = true;
            return;
        }

        if (point.IsSum)
        {
            if (_found.Count > 0)
                Add(point, id, Sum(point), ratedWatts);
            return;
        }

        foreach (var (number, value) in _found)
            Add(point, point.Part.PointOf(id.Device, point.Quantity, number), Value(point, value), ratedWatts);
    }

    MappedValue Sum(PointMapping point)
    {
        var sum = 0.0;
        foreach (var (_, element) in _found)
        {
            var value = Value(point, element);
            if (value.Number is not { } number)
                return value;
            sum += number;
        }

        return MappedValue.Of(sum);
    }

    static MappedValue Value(PointMapping point, JsonElement value) => MappedValue.Read(value, point.Missing, point.States);

    void Add(PointMapping point, PointId id, MappedValue value, double ratedWatts)
    {
        // A point that an earlier entry gave already is not given twice: a scalar where phases may stand is the total.
        foreach (var earlier in _readings)
        {
            if (earlier.Point == id)
                return;
        }

        value = point.Canonical(value);
        var quality = value.Fault != ValueFault.None ? ReadingQuality.Bad
            : _time != TimeFault.None ? ReadingQuality.Uncertain
            : ReadingQuality.Good;
        _readings.Add(new(id, value.Number, _observedAt, quality));
        if (value.Fault != ValueFault.None)
            _faults = _faults.Add((id.ToString(), value.Fault));
        if (point.IsRegister)
            _registers.Add(new(id, point.ResolutionWattHours, point.ModulusWattHours, ratedWatts, point.IsVolatile, _source.Serial));
    }
}
