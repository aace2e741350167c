using DcOps.Domain.Metering;
using DcOps.Domain.Topology;

namespace DcOps.Benchmarks.Ledger;

/// <summary>
/// A year of one meter's register every fifteen minutes, read up to a minute late, with what happens in a year: one poll in a
/// hundred lost, an outage of half a day each season, a wrap, a reset.
/// </summary>
static class MadeReadings
{
    const int OutageEvery = 8_760;
    const int OutageLength = 48;

    public static RegisterReading[] Of(int facility, string meter, RegisteredMeter entry, BusinessPeriod period)
    {
        var random = new Random((facility * 10_000) + meter.Sum(letter => letter));
        var slots = (int)(period.Length.TotalMinutes / 15) + 1;
        var readings = new List<RegisterReading>(slots);
        var load = LoadOf(entry.Role);
        var (position, last) = (random.NextDouble() * 900_000_000, period.From);
        var resetAt = random.Next(slots * 3);
        DateTimeOffset marker = period.From.AddDays(-400);
        for (var slot = 0; slot < slots; slot++)
        {
            var at = period.From.AddMinutes(15 * slot).AddSeconds(slot == 0 ? 0 : random.Next(60));
            position += load * (0.9 + (random.NextDouble() * 0.2)) * (at - last).TotalHours;
            last = at;
            if (slot == resetAt)
                (position, marker) = (0, at);
            position = position >= 1_000_000_000 ? position - 1_000_000_000 : position;
            if (slot > 0 && (random.Next(100) == 0 || slot % OutageEvery < OutageLength))
                continue;

            readings.Add(new(at, Math.Floor(position / 100) * 100, ResetMarker: marker, MeanWatts: load));
        }

        return [.. readings];
    }

    static double LoadOf(MeterRole role) => role switch
    {
        MeterRole.UtilityEntrance => 3_000_000,
        MeterRole.Generator => 0,
        MeterRole.UpsOutput => 560_000,
        MeterRole.PduOutput => 275_000,
        MeterRole.Cooling => 130_000,
        _ => 30_000,
    };
}
