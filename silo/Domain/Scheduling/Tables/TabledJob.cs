using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Scheduling.Tables;

sealed record TabledJob(int Line, Workload Workload);
