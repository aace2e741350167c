using System.Reflection;
using DcOps.Contracts.Ledger;

namespace DcOps.Dashboard.Tests.Compliance;

/// <summary>A ledger that knows one answer by the name of its question; any other is a fault of the test.</summary>
public class AnsweringLedger : DispatchProxy
{
    readonly Dictionary<string, object> _answers = new(StringComparer.Ordinal);

    public static IEnergyLedger With(ComplianceList list)
    {
        var ledger = Create<IEnergyLedger, AnsweringLedger>();
        ((AnsweringLedger)(object)ledger)._answers[nameof(IComplianceLedger.ComplianceAsync)] = Task.FromResult(list);
        return ledger;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => _answers[targetMethod!.Name];
}
