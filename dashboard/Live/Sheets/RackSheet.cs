using System.Globalization;
using DcOps.Dashboard.Localization;
using DcOps.Domain.Racks;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Live.Sheets;

/// <summary>The live values of a rack page.</summary>
public static class RackSheet
{
    // More than its rating is what a supply cannot carry for hours.
    const double FullLoad = 1;

    /// <param name="feeds">Supplies of the rack, for keys <c>feed-pdu-a-power</c> and so on.</param>
    public static Sheet Of(RackSnapshot rack, ImmutableArray<RackFeed> feeds, Wording wording)
    {
        var state = rack.Freshness == Freshness.Live ? "" : "stale";
        var sheet = new Sheet(wording, rack.At)
            .Put("power", rack.Power, state)
            .PutPercent("utilization", rack.Utilization, state)
            .Put("inlet", rack.InletTemperature)
            .Put("energy-today", rack.EnergyToday)
            .Put("condition", rack.Condition)
            .Put("freshness", rack.Freshness)
            .PutAge("age", rack.LastObservedAt);
        foreach (var reading in rack.Latest)
            sheet.PutReading(reading);
        foreach (var feed in feeds)
            PutFeed(sheet, feed, feeds, wording);
        return sheet;
    }

    static void PutFeed(Sheet sheet, RackFeed feed, ImmutableArray<RackFeed> all, Wording wording)
    {
        var key = $"feed-{feed.Device}";
        sheet.Put($"{key}-power", feed.Power)
            .PutPercent($"{key}-share", feed.Share, Over(feed.Share))
            .PutPercent($"{key}-imbalance", feed.Imbalance)
            .PutPercent($"{key}-alone", feed.Alone(all), Over(feed.Alone(all)))
            .Put(
                $"{key}-phases", feed.Phases.IsEmpty ? Wording.NoValue : string.Join(" · ", feed.Phases.Select(phase => $"L{phase.Phase} {wording.Number(phase.Amperes, 1)} A")),
                feed.Phases.IsEmpty ? null : string.Join(' ', feed.Phases.Select(phase => phase.Amperes.ToString("R", CultureInfo.InvariantCulture))));
    }

    static string Over(Ratio? share) => share is { Value: > FullLoad } ? "warning" : "";
}
