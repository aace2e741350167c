using System.Reflection;

namespace DcOps.Benchmarks.Alarms;

/// <summary>Stands where nothing is asked.</summary>
public class NoReader : DispatchProxy
{
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        throw new NotSupportedException($"Nothing is read here, and {targetMethod?.Name} was asked.");
}
