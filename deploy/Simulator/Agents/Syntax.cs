using System.Globalization;
using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Simulator.Agents;

/// <summary>Physical values in the steps that a device's objects have.</summary>
static class Syntax
{
    static readonly TimeSpan DeviceZone = TimeSpan.FromHours(8);

    /// <summary>A value in whole steps, rounded as meters do: to the nearest.</summary>
    public static ObjectSyntax Steps(double value, double step) =>
        ObjectSyntax.Integer32((int)Math.Round(value / step, MidpointRounding.AwayFromZero));

    public static ObjectSyntax GaugeSteps(double value, double step) =>
        ObjectSyntax.Gauge32((uint)Math.Round(Math.Max(0, value) / step, MidpointRounding.AwayFromZero));

    public static ObjectSyntax Text(string text) => ObjectSyntax.OctetString(text);

    public static ObjectSyntax Number(int number) => ObjectSyntax.Integer32(number);

    /// <summary>As APC cards write it, in the device's own time zone: <c>08/16/2022 15:37:56</c>.</summary>
    public static ObjectSyntax LocalTime(DateTimeOffset instant) =>
        Text(instant.ToOffset(DeviceZone).ToString("MM'/'dd'/'yyyy HH':'mm':'ss", CultureInfo.InvariantCulture));

    /// <summary>Hundredths of a second since the agent started; wraps after 497 days as TimeTicks do.</summary>
    public static ObjectSyntax Uptime(DateTimeOffset startedAt, DateTimeOffset now) =>
        ObjectSyntax.TimeTicks((uint)((long)(now - startedAt).TotalMilliseconds / 10 & uint.MaxValue));
}
