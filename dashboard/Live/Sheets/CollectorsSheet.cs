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

    /// <summary>Of a version: enough for a person to tell two apart.</summary>
    const int ShownDigits = 8;

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

        Configure(sheet, collector, report.Configuration);

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

    /// <summary>Which configuration it runs; a warning while the province has another or refuses its newest file.</summary>
    static void Configure(Sheet sheet, CollectorSnapshot collector, ReportedConfiguration? configuration)
    {
        var key = $"{collector.Name}-configuration";
        if (configuration is null)
            sheet.Put(key, sheet.Wording["Collectors.OwnFile"], "own-file");
        else if (configuration.Version is not { } version)
            sheet.Put(key, sheet.Wording["Collectors.NoConfiguration"], "none", "critical");
        else
            sheet.Put(key, version[..Math.Min(version.Length, ShownDigits)], version, IsNewest(collector, configuration) ? "" : "warning");
    }

    static bool IsNewest(CollectorSnapshot collector, ReportedConfiguration configuration) =>
        configuration.Refusal is null && collector.Offered is not { Fault: not null }
        && (collector.Offered is null || collector.Offered.Version == configuration.Version);

    static string StateOf(CollectorState state) => state switch
    {
        CollectorState.Live => "",
        CollectorState.Silent => "critical",
        _ => "missing",
    };

    static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
