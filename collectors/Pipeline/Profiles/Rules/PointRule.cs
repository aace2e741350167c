using System.Buffers;
using System.Globalization;
using DcOps.Collectors.Pipeline.Devices;
using DcOps.Collectors.Pipeline.Profiles.Format;
using DcOps.Collectors.Pipeline.Profiles.Units;
using DcOps.Collectors.Pipeline.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Rules;

/// <summary>One object of a profile, ready to be applied.</summary>
sealed record PointRule
{
    static readonly SearchValues<char> NumberLetters = SearchValues.Create(" +-.0123456789");

    /// <summary>Its place in the profile: of two rules for one point, the earlier with a value counts.</summary>
    public required int Order { get; init; }

    public required string Object { get; init; }

    public required string Address { get; init; }

    public required PollCadence Cadence { get; init; }

    /// <summary>Null for a scalar.</summary>
    public required TableRule? Table { get; init; }

    /// <summary>Of a column the number is the row's.</summary>
    public required PartRef Part { get; init; }

    /// <summary>Added to the number that the row gives.</summary>
    public required int Offset { get; init; }

    public required AbsenceRule Absence { get; init; }

    public required ImmutableArray<ValidityRule> Valid { get; init; }

    public required ImmutableArray<ScaleRule> Scales { get; init; }

    public required RelatedObject? Unit { get; init; }

    /// <summary>Null for nearly all: the count is whole.</summary>
    public required HighRule? High { get; init; }

    /// <summary>Values in here are shown and doubted; null when none is.</summary>
    public required ValueRange? Doubtful { get; init; }

    /// <summary>For models that do not do as their MIB says; the first that holds counts.</summary>
    public ImmutableArray<QuirkRule> Quirks { get; init; } = [];

    /// <summary>Position of the index component that says the kind; null when an object says it, or nothing does.</summary>
    public required int? KindPosition { get; init; }

    public required RelatedObject? KindObject { get; init; }

    /// <summary>Null when there is but one kind.</summary>
    public required CodeTable<Meaning>? Kinds { get; init; }

    /// <summary>Null when there are kinds.</summary>
    public required Meaning? Single { get; init; }

    public required TextForm? Text { get; init; }

    public required ImmutableArray<string> DateFormats { get; init; }

    public IEnumerable<Meaning> Meanings => Kinds is null ? [Single!] : Kinds.Meanings;

    /// <summary>Every object but itself that it depends on.</summary>
    public IEnumerable<(RelatedObject Object, PollCadence Cadence)> Related()
    {
        foreach (var rule in Valid)
            yield return (rule.Object, PollCadence.Poll);
        foreach (var rule in Scales)
            yield return (rule.Object, PollCadence.Start);
        if (High is not null)
            yield return (High.Object, PollCadence.Poll);
        foreach (var quirk in Quirks)
            yield return (quirk.When.Object, PollCadence.Start);
        if (Unit is not null)
            yield return (Unit, PollCadence.Start);
        if (KindObject is not null)
            yield return (KindObject, PollCadence.Start);
        if (Table?.MemberObject is { } member)
            yield return (member, PollCadence.Start);
        if (Table?.NumberObject is { } number)
            yield return (number, PollCadence.Start);
    }

    /// <summary>Null when it is no number, or one that means "not available".</summary>
    public double? NumberOf(in RawValue raw, Device device)
    {
        double? number = (raw.Kind, Text) switch
        {
            (RawKind.Number, _) => raw.Number,
            (RawKind.Text, TextForm.Number) => Parse(raw.Text),
            (RawKind.Text, TextForm.NumberAndUnit) => Parse(raw.Text.AsSpan(0, NumberLength(raw.Text))),
            (RawKind.Text, TextForm.Date) => ParseDate(raw.Text!, device.Zone),
            _ => null,
        };
        return number is { } value && !Absence.Means(value) ? value : null;
    }

    /// <summary>The text behind the number, without blanks around it; empty when there is none.</summary>
    public static ReadOnlySpan<char> UnitBehind(in RawValue raw) => raw.Text.AsSpan(NumberLength(raw.Text)).Trim();

    static int NumberLength(string? text)
    {
        var end = text.AsSpan().IndexOfAnyExcept(NumberLetters);
        return end < 0 ? (text ?? "").Length : end;
    }

    static double? Parse(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    double? ParseDate(string text, TimeZoneInfo zone)
    {
        if (!DateTime.TryParseExact(
            text.Trim(), [.. DateFormats], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            || zone.IsInvalidTime(local))
            return null;

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUnixTimeSeconds();
    }
}
