using System.Globalization;
using DcOps.Domain.Alarms.Work;

namespace DcOps.Dashboard.Pages.Alarms;

/// <summary>A maintenance window as its form sends it; times are Beijing's.</summary>
public sealed class WindowForm
{
    static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public string? Id { get; set; }

    public string? Deed { get; set; }

    /// <summary>Locations, divided by commas.</summary>
    public string? Where { get; set; }

    /// <summary>Ids of rules, divided by commas; all when empty.</summary>
    public string? Rules { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    public string? Reason { get; set; }

    public string? Name { get; set; }

    public WindowScope Scope => new(Parts(Where), [], Parts(Rules));

    /// <summary>Null when one of the times is missing, or they are the wrong way round.</summary>
    public WindowSchedule? Schedule => At(From) is { } from && At(To) is { } to && to > from ? new WindowSchedule.Fixed(from, to) : null;

    static ImmutableArray<string> Parts(string? text) =>
        [.. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    static DateTimeOffset? At(string? text) =>
        DateTime.TryParseExact(text, ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, Beijing)
            : null;
}
