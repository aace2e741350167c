namespace DcOps.Domain.Scheduling.Model;

/// <summary>What a pool computes with. A workload asks for one kind.</summary>
public enum PoolKind
{
    Cpu,
    Gpu,
    Hpc,
    Storage,
}
