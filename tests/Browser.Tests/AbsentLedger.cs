using System.Reflection;
using DcOps.Contracts.Ledger;
using DcOps.Domain.History;

namespace DcOps.Browser.Tests;

/// <summary>Hands every question on to a ledger, or answers that history cannot be reached.</summary>
public class AbsentLedger : DispatchProxy
{
    IEnergyLedger? _inner;

    /// <summary>Whether the store of readings is away.</summary>
    public bool IsAway { get; set; }

    public IEnergyLedger Ledger { get; private set; } = null!;

    public static AbsentLedger Of(IEnergyLedger inner)
    {
        var proxy = Create<IEnergyLedger, AbsentLedger>();
        var absent = (AbsentLedger)(object)proxy;
        (absent._inner, absent.Ledger) = (inner, proxy);
        return absent;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        IsAway ? throw new HistoryUnavailableException("no answer") : targetMethod!.Invoke(_inner, args);
}
