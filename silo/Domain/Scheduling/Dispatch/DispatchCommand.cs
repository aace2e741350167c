using System.Globalization;
using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Scheduling.Dispatch;

/// <summary>One job that a site is told to run.</summary>
/// <param name="Plan">The plan that says so.</param>
/// <param name="From">Its first start.</param>
/// <param name="To">Its last end.</param>
/// <param name="Units">The most it has at once.</param>
/// <param name="Kilowatts">IT kW of those units.</param>
/// <param name="Promise">What the plan says it will take.</param>
public sealed record DispatchCommand(
    string Plan, string Job, string Tenant, string Facility, PoolKind Kind, DateTimeOffset From, DateTimeOffset To, int Units,
    double Kilowatts, JobPromise Promise)
{
    /// <summary>The same for the same job at the same place and time, whichever plan says so: what a site knows a repetition by.</summary>
    public string Key => string.Create(
        CultureInfo.InvariantCulture, $"{Uri.EscapeDataString(Job)}.{Facility}.{From.UtcDateTime:yyyyMMdd'T'HHmm'Z'}.{Units}");
}
