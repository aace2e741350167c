using System.Reflection;
using DcOps.Dashboard.Live;

namespace DcOps.Dashboard.Tests.Compliance;

/// <summary>A province that does not answer in time.</summary>
public class SilentProvince : DispatchProxy
{
    public static IProvinceView Instance { get; } = Create<IProvinceView, SilentProvince>();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => throw new TimeoutException("silent");
}
