using System.Globalization;
using DcOps.Simulator.Faults;

namespace DcOps.Simulator.Control;

/// <summary>A fault as one line for a terminal.</summary>
static class FaultText
{
    public static string Of(Fault fault)
    {
        var request = fault.Request;
        var what = string.Join(' ', new[] { request.Kind.ToString().ToLowerInvariant(), request.Target, request.Device }
            .Where(part => !string.IsNullOrEmpty(part)));
        var feed = request.Feed is { } side ? $" feed {side.ToString().ToLowerInvariant()}" : "";
        var lasts = fault switch
        {
            { IsStanding: false } => "done",
            { Until: { } until } => string.Create(CultureInfo.InvariantCulture, $"until {until.ToLocalTime():HH:mm:ss}"),
            _ => "until cleared",
        };
        var every = request.Every is { } period && request.Kind == FaultKind.Flap ? string.Create(CultureInfo.InvariantCulture, $" every {period.TotalSeconds} s") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{fault.Id,3}  {what}{feed}{every}  {lasts}");
    }
}
