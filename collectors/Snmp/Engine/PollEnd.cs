namespace DcOps.Collectors.Snmp.Engine;

/// <summary>An ended poll on its way to whoever began it.</summary>
readonly record struct PollEnd(Action<AgentLink, PollOutcome> Completed, PollOutcome Outcome)
{
    public void Tell(AgentLink link) => Completed(link, Outcome);
}
