namespace DcOps.Silo.Host.Cluster;

/// <summary>Where the silos of a cluster find each other.</summary>
enum MembershipKind
{
    /// <summary>In the registry's PostgreSQL.</summary>
    PostgreSql = 0,

    Redis = 1,
}
