namespace DcOps.Domain.Scheduling.Model;

/// <summary>Units of one kind that a tenant may use at the same time, over all facilities. A tenant without a quota has no limit.</summary>
public sealed record TenantQuota(string Tenant, PoolKind Kind, double Units);
