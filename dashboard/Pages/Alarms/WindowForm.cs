using System.Globalization;
using DcOps.Domain.Alarms.Work;

namespace DcOps.Dashboard.Pages.Alarms;

/// <summary>A maintenance window as its form sends it; times are Beijing's.</summary>
public sealed class WindowForm
{
    public string? Id { get; set; }

    public string? Deed { get; set; }

    /// <summary>Locations, divided by commas.</summary>
    public string? Where { get; set; }

    /// <summary>Ids of rules, divided by commas; all when empty.</summary>
    public string? Rules { get; set; }

    /// <summary>Names of groups of locations, divided by commas.</summary>
    public string? Groups { get; set; }

    /// <summary><c>fixed</c>, <c>flexible</c> or <c>recurring</c>; the first when empty.</summary>
    public string? Kind { get; set; }

    /// <summary>Begin; of a recurring one the first day and the time of day.</summary>
    public string? From { get; set; }

    /// <summary>End; of a recurring one the last day, and it goes on for ever when empty.</summary>
    public string? To { get; set; }

    /// <summary>How long a flexible or a recurring one lasts.</summary>
    public string? Hours { get; set; }

    /// <summary>Days of the week by their English names, of a recurring one.</summary>
    public string[]? Days { get; set; }

    public string? Reason { get; set; }

    public string? Name { get; set; }

    public WindowScope Scope => new(Parts(Where), Parts(Groups), Parts(Rules));

    public ImmutableArray<DayOfWeek> Weekdays =>
        [.. (Days ?? []).Select(day => Enum.TryParse<DayOfWeek>(day, ignoreCase: true, out var known) ? known : (DayOfWeek?)null).OfType<DayOfWeek>().Distinct()];

    /// <summary>Null when something that the kind needs is missing, or the times are the wrong way round.</summary>
    public WindowSchedule? Schedule => Kind switch
    {
        "flexible" => At(From) is { } from && At(To) is { } to && to > from && Lasts is { } hours ? new WindowSchedule.Flexible(from, to, hours) : null,
        "recurring" => At(From) is { } first && Lasts is { } hours && !Weekdays.IsEmpty && !(At(To) < first)
            ? new WindowSchedule.Recurring(
                Weekdays, TimeOnly.FromDateTime(first.DateTime), hours, DateOnly.FromDateTime(first.DateTime),
                At(To) is { } last ? DateOnly.FromDateTime(last.DateTime) : null)
            : null,
        _ => At(From) is { } from && At(To) is { } to && to > from ? new WindowSchedule.Fixed(from, to) : null,
    };

    TimeSpan? Lasts => double.TryParse(Hours, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) && hours is > 0 and <= 168
        ? TimeSpan.FromHours(hours)
        : null;

    static ImmutableArray<string> Parts(string? text) =>
        [.. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    static DateTimeOffset? At(string? text) => LocalTime.Parse(text);
}
