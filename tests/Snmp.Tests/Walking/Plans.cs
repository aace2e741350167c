using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Snmp.Walking;

namespace DcOps.Collectors.Snmp.Tests.Walking;

/// <summary>Profiles of a test's own.</summary>
static class Plans
{
    public const string SysUpTime = "1.3.6.1.2.1.1.3.0";

    public static ProfilePlans Of(string[] scalars, string[] columns) => new(Polled(scalars), Polled(columns));

    static ImmutableArray<PolledObject> Polled(string[] addresses) =>
        [.. addresses.Select(address => new PolledObject(address, PollCadence.Poll))];
}
