using System.Runtime.CompilerServices;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Facilities;

/// <summary>Energy of every role over one interval; a role without any is all zero and not complete.</summary>
[InlineArray(Count)]
public struct RoleValues
{
    /// <summary>Number of members of <see cref="MeterRole"/>.</summary>
    public const int Count = 17;

    RoleValue _first;

    public RoleValue this[MeterRole role]
    {
        readonly get => this[(int)role];
        set => this[(int)role] = value;
    }
}
