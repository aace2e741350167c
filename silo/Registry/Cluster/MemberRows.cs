namespace DcOps.Registry.Cluster;

/// <summary>The members at one version of the list; in no particular order.</summary>
public sealed record MemberRows(int Version, ImmutableArray<MemberRow> Rows);
