using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Rules;

namespace DcOps.Contracts.Alarms;

/// <summary>What a rule would have done at one point.</summary>
public sealed record RuleTrial(AlarmKey Key, DryRun Run);
