namespace DcOps.Domain.Scheduling.Model;

/// <summary>What the planner may do with a workload's time.</summary>
public enum Flexibility
{
    /// <summary>Stays where and when it is.</summary>
    Locked,

    /// <summary>May start later; once started it runs through.</summary>
    Deferrable,

    /// <summary>May also pause between slots, at its checkpoint cost.</summary>
    Interruptible,

    /// <summary>May also change its number of units from slot to slot along its scaling curve.</summary>
    Elastic,
}
