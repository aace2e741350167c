using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Walking;

namespace DcOps.Collectors.Snmp.Engine;

/// <summary>What a poll amounts to when there is nothing left to ask, or nobody left who answers.</summary>
static class PollEnding
{
    const double TicksPerSecond = 100;

    public static PollOutcome Of(PollWalk walk, DateTimeOffset observedAt)
    {
        if (!walk.HasValues && walk.LastError != ErrorStatus.NoError)
            return new PollOutcome.Refused(System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(walk.LastError.ToString()));

        TimeSpan? upTime = walk.UpTimeTicks is { } ticks ? TimeSpan.FromSeconds(ticks / TicksPerSecond) : null;
        var (values, faults) = walk.Finish();
        return new PollOutcome.Answered(observedAt, values, upTime, faults);
    }

    /// <summary>The last deadline passed. What was said before it stands.</summary>
    public static PollOutcome Silent(AgentLink link, TimeProvider time)
    {
        if (link.Walk!.HasValues)
        {
            link.Walk.Abandon();
            return Of(link.Walk, time.GetUtcNow());
        }

        return link.Suspicion ?? new PollOutcome.TimedOut(time.GetElapsedTime(link.StartedAt));
    }
}
