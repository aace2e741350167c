using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Scheduling.Tables;

sealed record TabledRegion(int Index, ComputeRegion Region);
