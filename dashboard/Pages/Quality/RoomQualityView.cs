using DcOps.Dashboard.Live;
using DcOps.Domain.Quality;
using DcOps.Domain.Topology;

namespace DcOps.Dashboard.Pages.Quality;

/// <summary>Reads a room's racks from history, one day at a time.</summary>
sealed class RoomQualityView(IProvinceView view, TimeProvider time)
{
    const int RacksAtOnce = 16;

    /// <summary>Worst first. Null when history cannot be read now.</summary>
    public async Task<ImmutableArray<RackQuality>?> OfAsync(Domain.Topology.Room room, BusinessPeriod day, CancellationToken cancellationToken)
    {
        var rows = new RackQuality?[room.Racks.Length];
        await Parallel.ForAsync(0, rows.Length, new ParallelOptions { MaxDegreeOfParallelism = RacksAtOnce, CancellationToken = cancellationToken }, async (index, token) =>
        {
            var rack = room.Racks[index].Id;
            rows[index] = await view.RackMinutesAsync(rack, day.From, day.To, token) is { } minutes ? RackQuality.Of(rack, minutes, day, time.GetUtcNow()) : null;
        });
        return rows.Contains(null) ? null
            : [.. rows.OfType<RackQuality>().OrderBy(row => row.Completeness?.Value ?? 1).ThenByDescending(row => row.Unknown).ThenBy(row => row.Rack.Value, StringComparer.Ordinal)];
    }

    /// <summary>The local day of a text like <c>2026-10-05</c>; yesterday where none is given; null where it is no day, or one to come.</summary>
    public BusinessPeriod? DayOf(string? text)
    {
        var (calendar, now) = (BusinessCalendar.Shanghai, time.GetUtcNow());
        if (string.IsNullOrEmpty(text))
            return calendar.Day(calendar.LocalDate(now).AddDays(-1));

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) && calendar.Day(day) is var period && period.From <= now ? period : null;
    }
}
