using System.Globalization;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Walking;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Snmp.Engine;

/// <summary>What a poll amounts to when there is nothing left to ask, or nobody left who answers.</summary>
static class PollEnding
{
    const double TicksPerSecond = 100;

    public static PollOutcome Of(PollWalk walk, DateTimeOffset observedAt)
    {
        if (!walk.HasValues && walk.LastError != ErrorStatus.NoError)
            return new PollOutcome.Refused(NameOf(walk.LastError));

        TimeSpan? upTime = walk.UpTimeTicks is { } ticks ? TimeSpan.FromSeconds(ticks / TicksPerSecond) : null;
        var (values, faults) = walk.Finish();
        return new PollOutcome.Answered(observedAt, values, upTime, faults) { IsCutShort = walk.IsCutShort };
    }

    /// <summary>The last deadline passed. What was said before it stands.</summary>
    public static PollOutcome Silent(AgentLink link, TimeProvider time)
    {
        link.Walk!.NoteSilence();
        if (link.Walk.HasValues)
        {
            link.Walk.Abandon();
            return Of(link.Walk, time.GetUtcNow());
        }

        return link.Suspicion ?? new PollOutcome.TimedOut(time.GetElapsedTime(link.StartedAt));
    }

    // The status is whatever number the device sent.
    static string NameOf(ErrorStatus status) => Enum.IsDefined(status) ? KebabCase.Of(status) : string.Create(CultureInfo.InvariantCulture, $"error-status {(int)status}");
}
