using System.Globalization;
using System.Text.Json;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>Finds a payload's time and decides whether to believe it.</summary>
sealed class TimeSelector
{
    // Unix time in milliseconds passed this in 1973; in seconds it will in the year 5138.
    const double SecondsEnd = 1e11;
    readonly JsonPath? _path;
    readonly string _form;
    readonly TimeZoneInfo? _zone;
    readonly TimeSpan _maximumSkew;

    TimeSelector(JsonPath? path, string form, TimeZoneInfo? zone, TimeSpan maximumSkew)
    {
        _path = path;
        _form = form;
        _zone = zone;
        _maximumSkew = maximumSkew;
    }

    /// <exception cref="MalformedMappingException">The path, form or zone is malformed.</exception>
    public static TimeSelector Of(TimeDefinition definition)
    {
        if (definition.Form is not ("auto" or "iso" or "unix-s" or "unix-ms") && !definition.Form.StartsWith("yyyy", StringComparison.Ordinal))
            throw new MalformedMappingException("time.form", $"'{definition.Form}' is not iso, unix-s, unix-ms, auto or a pattern such as yyyyMMddHHmmssfff.");

        try
        {
            return new(
                definition.Path is null ? null : JsonPath.Parse(definition.Path),
                definition.Form,
                definition.Zone is null ? null : TimeZoneInfo.FindSystemTimeZoneById(definition.Zone),
                definition.MaximumSkew);
        }
        catch (FormatException fault)
        {
            throw new MalformedMappingException("time.path", fault.Message);
        }
        catch (TimeZoneNotFoundException)
        {
            throw new MalformedMappingException("time.zone", $"'{definition.Zone}' is not a time zone; one is Asia/Shanghai.");
        }
    }

    /// <summary>When the payload's values were observed; the time of receipt where its own is absent or not believed.</summary>
    /// <param name="around">Looked at where <paramref name="payload"/>, an element of it, tells no time of its own; null for a whole payload.</param>
    public DateTimeOffset Of(JsonElement payload, JsonElement? around, DateTimeOffset receivedAt, out TimeFault fault)
    {
        fault = TimeFault.None;
        if ((_path?.One(payload) ?? (around is { } whole ? _path?.One(whole) : null)) is not { ValueKind: not JsonValueKind.Null } value)
            return receivedAt;

        var stated = Read(value);
        fault = stated is { } at ? Judge(at, receivedAt) : TimeFault.Unreadable;
        return fault == TimeFault.None ? stated!.Value : receivedAt;
    }

    /// <summary>Whether a device's time is near enough to ours.</summary>
    public TimeFault Judge(DateTimeOffset stated, DateTimeOffset receivedAt) =>
        stated < receivedAt - _maximumSkew ? TimeFault.TooOld
        : stated > receivedAt + _maximumSkew ? TimeFault.FromTheFuture
        : TimeFault.None;

    /// <summary>An instant in the form and zone of the mapping, believed or not; null when it is not readable.</summary>
    public DateTimeOffset? Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => OfUnix(value.GetDouble()),
        JsonValueKind.String => OfText(value.GetString()!),
        _ => null,
    };

    DateTimeOffset? OfUnix(double number)
    {
        var isSeconds = _form == "unix-s" || (_form == "auto" && Math.Abs(number) < SecondsEnd);
        if (!isSeconds && _form is not ("auto" or "unix-ms"))
            return _form.StartsWith("yyyy", StringComparison.Ordinal) ? OfText(number.ToString("F0", CultureInfo.InvariantCulture)) : null;

        var milliseconds = isSeconds ? number * 1000 : number;
        return Math.Abs(milliseconds) < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            && milliseconds > DateTimeOffset.MinValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(milliseconds))
            : null;
    }

    DateTimeOffset? OfText(string text)
    {
        if (_form is "unix-s" or "unix-ms" or "auto" && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return OfUnix(number);

        if (_form is "iso" or "auto")
            return OfIso(text);

        return DateTime.TryParseExact(text, _form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var stamp)
            ? InZone(stamp)
            : null;
    }

    DateTimeOffset? OfIso(string text)
    {
        if (text is not [_, _, _, _, '-', ..]
            || !DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var stamp))
            return null;

        // A text with an offset is of kind Local; DateTimeOffset reads it without this machine's own zone in between.
        if (stamp.Kind == DateTimeKind.Unspecified)
            return InZone(stamp);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var at) ? at.ToUniversalTime() : null;
    }

    // An hour that the clocks of the zone skip does not exist; the offset before the change is as good as any.
    DateTimeOffset? InZone(DateTime local) =>
        _zone is null || local.Year < 2 || local.Year > 9998
            ? null
            : new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), _zone.GetUtcOffset(local)).ToUniversalTime();
}
