using DcOps.Collectors.Snmp.Engine;
using DcOps.Collectors.Snmp.Walking;
using DcOps.Domain.Telemetry;
using Microsoft.Extensions.Logging;

namespace DcOps.Collectors.Snmp.Polling;

/// <summary>Writes down what changes with a device, once; repetitions are counted.</summary>
sealed partial class DeviceJournal(ILogger logger, PollPatience patience)
{
    readonly ILogger _logger = logger;

    public void NoteStanding(PolledDevice device, DeviceStanding before, TimeSpan lasted)
    {
        var standing = device.Standing.Standing;
        if (standing == DeviceStanding.Answering && before != DeviceStanding.Waiting)
            LogAnswersAgain(device.Device, device.Address, lasted);
        else if (standing == DeviceStanding.Silent)
            LogWentSilent(device.Device, device.Address, patience.Timeout.TotalMilliseconds, patience.Retries + 1);
        else if (standing != DeviceStanding.Answering)
            LogCannotBeRead(device.Device, device.Address, standing, device.Standing.Reason);
    }

    public void NoteFaults(PolledDevice device, ImmutableArray<WalkFault> faults)
    {
        foreach (var fault in faults)
            SnmpMetrics.WalkFaults.WithLabels(KebabCase.Of(fault.Kind)).Inc();
        if (!faults.IsEmpty && !faults.AsSpan().SequenceEqual(device.Faults.AsSpan()))
            LogCouldNotTell(device.Device, faults.Length, faults[0].Name, faults[0].Kind);
        device.Faults = faults;
    }

    public void NoteChange(PolledDevice device, DeviceChange change)
    {
        (change == DeviceChange.Replaced ? SnmpMetrics.Replacements : SnmpMetrics.Restarts).Inc();
        LogHasChanged(device.Device, device.Address, change);
    }

    [LoggerMessage(LogLevel.Warning, "{Device} at {Address} went silent: no answer within {TimeoutMs} ms, asked {Asks} times")]
    partial void LogWentSilent(object device, object address, double timeoutMs, int asks);

    [LoggerMessage(LogLevel.Warning, "{Device} at {Address} is {Standing}: {Reason}")]
    partial void LogCannotBeRead(object device, object address, DeviceStanding standing, string reason);

    [LoggerMessage(LogLevel.Information, "{Device} at {Address} answers again after {Lasted}")]
    partial void LogAnswersAgain(object device, object address, TimeSpan lasted);

    [LoggerMessage(LogLevel.Information, "{Device} at {Address} has been {Change}; all of it is read anew")]
    partial void LogHasChanged(object device, object address, DeviceChange change);

    [LoggerMessage(LogLevel.Warning, "{Device} could not tell {Count} objects, {First} first: {Fault}")]
    partial void LogCouldNotTell(object device, int count, object first, WalkFaultKind fault);
}
