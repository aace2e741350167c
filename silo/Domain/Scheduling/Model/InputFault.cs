namespace DcOps.Domain.Scheduling.Model;

/// <summary>One thing that makes an input impossible to plan with.</summary>
/// <param name="Subject">The region, facility, pool, workload, quota or limit it is about.</param>
/// <param name="Reason">What is wrong and what to do, as one sentence.</param>
public sealed record InputFault(string Subject, string Reason);
