using System.Reflection;
using DcOps.Contracts;

namespace DcOps.Grains.Tests.Import;

/// <summary>Grains of which only the ledger's is asked, and only for what changed.</summary>
public class NotedChanges : DispatchProxy
{
    StoredRows? _store;

    internal static IGrainFactory Grains(StoredRows store) => Of<IGrainFactory>(store);

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name != nameof(ILedgerGrain.Changed))
            return Of<ILedgerGrain>(_store!);

        _store!.Changes.Add((string)args![2]!);
        return ValueTask.CompletedTask;
    }

    static T Of<T>(StoredRows store)
        where T : class
    {
        var proxy = Create<T, NotedChanges>();
        ((NotedChanges)(object)proxy)._store = store;
        return proxy;
    }
}
