using System.Reflection;
using DcOps.Contracts.Ledger;
using DcOps.Domain.History;

namespace DcOps.Browser.Tests;

/// <summary>A ledger whose store of readings cannot be reached: every question ends in that.</summary>
public class AbsentLedger : DispatchProxy
{
    public static IEnergyLedger Instance { get; } = Create<IEnergyLedger, AbsentLedger>();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => throw new HistoryUnavailableException("no answer");
}
