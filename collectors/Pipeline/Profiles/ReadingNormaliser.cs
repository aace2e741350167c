using DcOps.Collectors.Pipeline.Devices;
using DcOps.Collectors.Pipeline.Profiles.Layouts;
using DcOps.Collectors.Pipeline.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles;

/// <summary>
/// Turns one device's messages into readings by its profile. Objects of cadence <see cref="PollCadence.Start"/> are
/// remembered, so a message need not repeat them. Not safe for two messages at once.
/// </summary>
/// <remarks>
/// What a message's values mean is kept as an <see cref="AnswerLayout"/> for as long as the next ones are of the same shape, or of
/// the one before: polls that look behind the ends of tables give the same values in another order.
/// </remarks>
public sealed class ReadingNormaliser
{
    /// <summary>sysUpTime.0, in hundredths of a second (RFC 3418): every SNMP device has it, so no profile names it.</summary>
    public const string UptimeAddress = "1.3.6.1.2.1.1.3.0";

    const int MostOnStack = 128;

    readonly Dictionary<string, RawValue> _remembered = new(StringComparer.Ordinal);
    readonly RowCensus _census = new();
    readonly RegisterShelf _registers;
    AnswerLayout? _layout;
    AnswerLayout? _before;

    public ReadingNormaliser(Device device)
    {
        Device = device;
        _registers = new(device, _remembered);
    }

    public Device Device { get; }

    /// <summary>Sentinels become null here and nowhere else; a value out of the physically possible becomes bad.</summary>
    public DeviceReadings Normalise(DeviceMessage message)
    {
        var layout = LayoutOf(message);
        var found = layout.Findings <= MostOnStack ? stackalloc FoundValue[MostOnStack] : new FoundValue[layout.Findings];
        layout.Read(message.Values.AsSpan(), Device, found);
        return new(Device, layout.Readings(Device.Name, message.ObservedAt, found), _registers.Of(layout, found, message));
    }

    /// <summary>What became of each raw value that the profile knows, in the order of the message.</summary>
    public ImmutableArray<Interpretation> Explain(DeviceMessage message)
    {
        var layout = LayoutOf(message);
        var found = new FoundValue[layout.Findings];
        layout.Read(message.Values.AsSpan(), Device, found);
        return
        [
            .. layout.Points.Select((point, index) =>
                new Interpretation(
                    message.Values[point.Position],
                    point.Rule.Object,
                    AnswerLayout.PointOf(Device.Name, point.Part, point.Quantity),
                    found[index].Value,
                    found[index].Quality)
                {
                    Unit = point.Unit?.Symbol,
                    Scale = point.Unit?.Factor,
                }),
        ];
    }

    AnswerLayout LayoutOf(DeviceMessage message)
    {
        var values = message.Values.AsSpan();
        var layout = _layout is { } last && last.Fits(values) ? last
            : _before is { } before && before.Fits(values) ? before
            : Compile(message);
        if (!ReferenceEquals(layout, _layout))
            (_layout, _before) = (layout, _layout);
        Remember(layout, values);
        return layout;
    }

    AnswerLayout Compile(DeviceMessage message)
    {
        var layout = LayoutCompiler.Compile(Device, message.Values, _remembered, _census, out var hasMoreRows);
        if (hasMoreRows)
            _layout = null;
        return Device.Profile.Layouts.Same(layout);
    }

    // This layout reads from the message what the message says; the one before may have been made by what was said earlier.
    void Remember(AnswerLayout layout, ReadOnlySpan<RawValue> values)
    {
        foreach (var position in layout.Remembered)
        {
            ref readonly var value = ref values[position];
            if (_remembered.TryGetValue(value.Address, out var known) && known == value)
                continue;

            _remembered[value.Address] = value;
            _before = null;
            _registers.Forget();
        }
    }
}
