using DcOps.Collectors.Pipeline.Devices;
using DcOps.Collectors.Pipeline.Profiles.Rules;
using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles;

/// <summary>
/// Turns one device's messages into readings by its profile. Objects of cadence <see cref="PollCadence.Start"/> are
/// remembered, so a message need not repeat them. Not safe for two messages at once.
/// </summary>
public sealed class ReadingNormaliser
{
    /// <summary>sysUpTime.0, in hundredths of a second (RFC 3418): every SNMP device has it, so no profile names it.</summary>
    public const string UptimeAddress = "1.3.6.1.2.1.1.3.0";

    /// <summary>A power beyond this multiple of the device's rating is no power: UPSs carry 1.5 for a minute, nothing carries 2.</summary>
    const double MostOverload = 2;

    readonly Dictionary<string, RawValue> _remembered = new(StringComparer.Ordinal);
    readonly Dictionary<(int Table, Quantity Quantity), int> _mostRows = [];
    readonly Dictionary<int, int> _mostRowsOfTotal = [];
    readonly MessageValues _values;

    public ReadingNormaliser(Device device)
    {
        Device = device;
        _values = new(_remembered);
    }

    public Device Device { get; }

    /// <summary>Sentinels become null here and nowhere else; a value out of the physically possible becomes bad.</summary>
    public DeviceReadings Normalise(DeviceMessage message)
    {
        var gathering = new PointGathering();
        var sums = new RowSums();
        var found = Find(message);
        var single = RowsOfTotal(found);
        foreach (var point in found)
        {
            gathering.Add(PointOf(point, single), point.Binding.Rule.Order, point.Value, point.Quality, point.Traits);
            sums.Add(point);
        }

        sums.AddTo(gathering, Device, _mostRows);
        if (_values.NumberAt(UptimeAddress) is { } ticks)
            gathering.Add(PointId.Total(Device.Name, Quantity.Uptime), 0, ticks / 100, ReadingQuality.Good, null);
        return new(Device, gathering.Readings(message.ObservedAt), gathering.Registers());
    }

    /// <summary>What became of each raw value that the profile knows, in the order of the message.</summary>
    public ImmutableArray<Interpretation> Explain(DeviceMessage message)
    {
        var found = Find(message);
        var single = RowsOfTotal(found);
        return
        [
            .. found.Select(point =>
                new Interpretation(point.Raw, point.Binding.Rule.Object, PointOf(point, single), point.Value, point.Quality)
                {
                    Unit = point.Meaning.ScaleOf(point.Binding.UnitCode(point.Raw, _values))?.Symbol,
                    Scale = point.Meaning.ScaleOf(point.Binding.UnitCode(point.Raw, _values))?.Factor,
                }),
        ];
    }

    List<FoundPoint> Find(DeviceMessage message)
    {
        var profile = Device.Profile;
        foreach (var value in message.Values)
        {
            if (value.Kind != RawKind.Absent && profile.IsRemembered(value.Address))
                _remembered[value.Address] = value;
        }

        _values.Take(message);
        var found = new List<FoundPoint>(message.Values.Length);
        foreach (var value in message.Values)
        {
            if (value.Kind == RawKind.Absent || profile.Bind(value.Address)?.For(_values) is not { } binding || binding.MeaningIn(_values) is not { } meaning)
                continue;

            var member = binding.MemberIn(_values);
            var isOwn = Device.Member is not { } own || member is null || own == member;
            var number = binding.NumberIn(_values) + (Device.Member is null && binding.Rule.Table is { } table ? table.OffsetOf(member) : 0);
            if (isOwn && number is >= 0 and <= ushort.MaxValue)
                found.Add(Read(value, binding, meaning, member, number.Value));
        }

        return found;
    }

    FoundPoint Read(in RawValue raw, PointBinding binding, Meaning meaning, int? member, int number)
    {
        var unitCode = binding.UnitCode(raw, _values);
        var value = ValueOf(raw, binding, meaning, unitCode);
        return new(raw, binding, meaning, number, value, QualityOf(binding.Rule, meaning, value), Traits(binding, meaning, member, unitCode));
    }

    double? ValueOf(in RawValue raw, PointBinding binding, Meaning meaning, RawValue? unitCode)
    {
        if (meaning.States is not null)
            return binding.IsAvailable(raw, _values) ? meaning.ConditionOf(raw) : null;

        return binding.ScaledRaw(raw, _values, Device) is { } scaled ? meaning.Convert(scaled, unitCode) : null;
    }

    ReadingQuality QualityOf(PointRule rule, Meaning meaning, double? value) =>
        value is not { } canonical || !IsPossible(meaning, canonical) ? ReadingQuality.Bad
        : rule.Doubtful?.Contains(canonical) == true ? ReadingQuality.Uncertain
        : ReadingQuality.Good;

    bool IsPossible(Meaning meaning, double value) =>
        meaning.Limits.Contains(value)
        && (meaning.Quantity is not (Quantity.ActivePower or Quantity.ApparentPower or Quantity.ReactivePower)
            || Math.Abs(value) <= MostOverload * Device.RatedWatts);

    RegisterTraits? Traits(PointBinding binding, Meaning meaning, int? member, RawValue? unitCode)
    {
        if (meaning.Register is not { } register || meaning.ScaleOf(unitCode)?.Canonical is not { } scale || binding.CountScale(_values) is not { } count)
            return null;

        var serial = Device.Profile.Serial is { } rule && _values.At(rule.Instance(member)) is { Text: { } text } ? text.Trim() : null;
        return new(
            default,
            scale.Apply(register.Step * count),
            register.Modulus is { } modulus ? scale.Apply(modulus * count) : null,
            register.RatedWatts ?? Device.RatedWatts,
            register.IsVolatile,
            string.IsNullOrEmpty(serial) ? null : serial);
    }

    /// <summary>Tables whose one row is the whole device. A chain that once had more rows keeps them apart.</summary>
    HashSet<int> RowsOfTotal(List<FoundPoint> found)
    {
        var single = new HashSet<int>();
        foreach (var table in found.Where(point => point.IsRowOfTotal).GroupBy(point => point.Binding.Rule.Table!.Position))
        {
            var rows = table.Select(point => point.Number).Distinct().Count();
            var most = _mostRowsOfTotal[table.Key] = Math.Max(rows, _mostRowsOfTotal.GetValueOrDefault(table.Key));
            if (most == 1)
                single.Add(table.Key);
        }

        return single;
    }

    PointId PointOf(in FoundPoint found, HashSet<int> single)
    {
        var quantity = found.Meaning.Quantity;
        if (found.Meaning.Part is { } named)
            return new(Device.Name, named.Kind, named.Number, quantity);

        if (found.IsRowOfTotal)
        {
            return single.Contains(found.Binding.Rule.Table!.Position)
                ? PointId.Total(Device.Name, quantity)
                : new(Device.Name, PartKind.Input, (ushort)found.Number, quantity);
        }

        var part = found.Meaning.RowPart ?? found.Binding.Rule.Part.Kind;
        var isInlet = quantity == Quantity.Temperature && part == PartKind.Sensor && Device.InletSensors.Contains(found.Number);
        return new(Device.Name, part, (ushort)found.Number, isInlet ? Quantity.InletTemperature : quantity);
    }
}
