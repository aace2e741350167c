using DcOps.Contracts.Ledger;
using DcOps.Domain.Topology;

namespace DcOps.Browser.Tests;

/// <summary>Two platforms: one has everything, the other refused an item and has not answered for days.</summary>
sealed class PlayedUploads(TimeProvider time) : IUploadWatch
{
    const int Due = 97;

    public ImmutableArray<string> Destinations => ["province", "city"];

    public Task<ImmutableArray<UploadStanding>> StandingAsync(BusinessPeriod within, CancellationToken cancellationToken)
    {
        var (now, calendar) = (time.GetUtcNow(), BusinessCalendar.Shanghai);
        var days = calendar.DaysOf(within).Select(day => calendar.LocalDate(day.From)).ToList();
        return Task.FromResult<ImmutableArray<UploadStanding>>(
        [
            new("province", now, 0, null, 8 << 20, now.AddMinutes(-2), null, null, [.. days.Select(day => new UploadDay(day, Due, Due, Due, 0))]),
            new(
                "city", now, 212, days[^Math.Min(4, days.Count)], 8 << 20, now.AddDays(-3),
                new(now.AddDays(-4), "32010001/KWH-E/15min/2026-11-08T00:15", "422", "采集编码不存在"), new(now.AddMinutes(-1), null, null, "连接超时"),
                [.. days.Select((day, index) => index >= days.Count - 3 ? new UploadDay(day, Due, Due, 12, 0) : new(day, Due, Due, Due - (index == days.Count - 4 ? 1 : 0), index == days.Count - 4 ? 1 : 0))]),
        ]);
    }
}
