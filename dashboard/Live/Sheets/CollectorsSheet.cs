using System.Globalization;
using DcOps.Contracts.Collectors;
using DcOps.Dashboard.Localization;
using DcOps.Domain.Telemetry;

namespace DcOps.Dashboard.Live.Sheets;

/// <summary>The live values of the collectors page: keys <c>nj-01-state</c>, <c>nj-01-heard</c> …</summary>
public static class CollectorsSheet
{
    /// <summary>A clock further off than this is said to be wrong: readings carry it.</summary>
    static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(5);

    public static Sheet Of(ImmutableArray<CollectorSnapshot> collectors, DateTimeOffset at, Wording wording)
    {
        var sheet = new Sheet(wording, at);
        foreach (var collector in collectors)
            Put(sheet, collector);
        return sheet;
    }

    static void Put(Sheet sheet, CollectorSnapshot collector)
    {
        var key = collector.Name;
        sheet.Put($"{key}-state", sheet.Wording[$"Collector.{collector.State}"], KebabCase.Of(collector.State), StateOf(collector.State))
            .PutAge($"{key}-heard", collector.HeardAt);
        if (collector.Report is not { } report)
            return;

        var answering = report.DevicesThatAre("answering");
        var failing = report.Devices - answering - report.DevicesThatAre("waiting");
        sheet.Put($"{key}-answering", answering)
            .Put($"{key}-failing", sheet.Wording.Count(failing), Text(failing), failing > 0 ? "warning" : "")
            .Put($"{key}-waiting", sheet.Wording.Count(report.WaitingBatches), Text(report.WaitingBatches), report.IsDelivering ? "" : "warning")
            .Put($"{key}-dropped", sheet.Wording.Count(report.DroppedBatches), Text(report.DroppedBatches), report.DroppedBatches > 0 ? "critical" : "");
        if (report.OldestWaitingAt is { } oldest)
            sheet.PutAge($"{key}-oldest", oldest);
        else
            sheet.Put($"{key}-oldest", sheet.Wording["Collectors.NoneWaiting"], raw: null);
        if (collector.ClockAhead is { } ahead)
        {
            sheet.Put($"{key}-clock", sheet.Wording.Seconds(ahead), ahead.TotalSeconds.ToString("R", CultureInfo.InvariantCulture),
                ahead.Duration() > ClockTolerance ? "warning" : "");
        }
    }

    static string StateOf(CollectorState state) => state switch
    {
        CollectorState.Live => "",
        CollectorState.Silent => "critical",
        _ => "missing",
    };

    static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
