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
    readonly bool _isGood;
    readonly ImmutableArray<Reading>.Builder _readings = ImmutableArray.CreateBuilder<Reading>();
    readonly ImmutableArray<RegisterTraits>.Builder _registers = ImmutableArray.CreateBuilder<RegisterTraits>();
    readonly List<(int Number, JsonElement Value)> _found = [];
    ImmutableArray<(string Point, ValueFault Fault)> _faults = [];
    readonly Action<TracedValue>? _traced;
    bool _hasTooMany;

    PayloadEvaluation(MessageSource source, DateTimeOffset observedAt, TimeFault time, bool isGood, Action<TracedValue>? traced)
    {
        _traced = traced;
        _isGood = isGood;
        _source = source;
        _observedAt = observedAt;
        _time = time;
    }

    /// <param name="stated">The payload, or its element, as it came: it tells the time.</param>
    /// <param name="around">The payload that <paramref name="stated"/> is an element of; it tells the time where the element does not. Null for a whole payload.</param>
    /// <param name="payload">What the points are read from: the same, or what was said so far.</param>
    /// <param name="traced">Told of each value as it stands in the payload; null: nobody asks.</param>
    public static MessageOutcome Of(
        MessageSource source, JsonElement stated, JsonElement? around, JsonElement payload, DateTimeOffset receivedAt, Action<TracedValue>? traced = null)
    {
        var mapping = source.Mapping;
        var observedAt = mapping.Time.Of(stated, around, receivedAt, out var time);
        if (mapping.Serial?.One(payload) is { ValueKind: JsonValueKind.String } serial)
            source.Serial = serial.GetString();

        var evaluation = new PayloadEvaluation(source, observedAt, time, mapping.Quality?.IsGood(payload) != false, traced);
        var ratedWatts = mapping.RatedPower?.One(payload) is { ValueKind: JsonValueKind.Number } rated && rated.GetDouble() is > 0 and < 1e10 and var watts
            ? watts
            : source.Device.RatedWatts;
        using var members = mapping.Members.In(payload);
        for (var index = 0; index < mapping.Points.Length; index++)
        {
            if (source.Points[index].Device is not null && members.TryStart(index, payload, out var start))
                evaluation.Apply(mapping.Points[index], source.Points[index], start, ratedWatts);
        }

        return evaluation.Outcome();
    }

    MessageOutcome Outcome() => _hasTooMany
        ? new MessageOutcome.Refused(RefusalReason.TooLarge, $"an array has more than {MostElements} elements")
        : _readings.Count == 0
        ? new MessageOutcome.Refused(RefusalReason.NothingMapped)
        : new MessageOutcome.Mapped(
            _source.Mapping.Name, new DeviceReadings(_source.Device, _readings.DrainToImmutable(), _registers.DrainToImmutable()), _time, _faults);

    /// <param name="start">Where the rest of the point's path begins.</param>
    void Apply(PointMapping point, PointId id, JsonElement start, double ratedWatts)
    {
        if (!point.Rest!.IsMany)
        {
            if (point.Rest.One(start) is { } value)
                Add(point, id, Value(point, value), value, ratedWatts);
            return;
        }

        point.Rest.Many(start, _found);
        if (_found.Count > MostElements)
        {
            _hasTooMany = true;
            return;
        }

        if (point.IsSum)
        {
            if (_found.Count > 0)
                Add(point, id, Sum(point), default, ratedWatts);
            return;
        }

        foreach (var (number, value) in _found)
            Add(point, point.Part.PointOf(id.Device, point.Quantity, number), Value(point, value), value, ratedWatts);
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

    MappedValue Value(PointMapping point, JsonElement value)
    {
        if (point.Words is { } words)
            return words.Read(value);
        if (point.IsInstant && value.ValueKind == JsonValueKind.String)
            return _source.Mapping.Time.Read(value) is { } at ? MappedValue.Of(at.ToUnixTimeSeconds()) : MappedValue.Of(ValueFault.WrongType);
        return MappedValue.Read(value, point.Missing, point.States);
    }

    void Add(PointMapping point, PointId id, MappedValue value, JsonElement raw, double ratedWatts)
    {
        // A point that an earlier entry gave already is not given twice: a scalar where phases may stand is the total.
        foreach (var earlier in _readings)
        {
            if (earlier.Point == id)
                return;
        }

        value = point.Canonical(value);
        var quality = value.Fault != ValueFault.None || !_isGood ? ReadingQuality.Bad
            : _time != TimeFault.None ? ReadingQuality.Uncertain
            : ReadingQuality.Good;
        _readings.Add(new(id, value.Number, _observedAt, quality));
        _traced?.Invoke(new(id, value.Number, quality, value.Fault, point.Address, raw.ValueKind == JsonValueKind.Undefined ? "the sum" : raw.GetRawText(), point.Unit));
        if (_source.Mapping.Availability is not null)
            _source.Told.Add(id);
        if (value.Fault != ValueFault.None)
            _faults = _faults.Add((id.ToString(), value.Fault));
        if (point.IsRegister)
            _registers.Add(new(id, point.ResolutionWattHours, point.ModulusWattHours, ratedWatts, point.IsVolatile, _source.Serial));
    }
}
