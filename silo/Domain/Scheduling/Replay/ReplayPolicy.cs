namespace DcOps.Domain.Scheduling.Replay;

/// <summary>Published ways of choosing when a job runs.</summary>
public enum ReplayPolicy
{
    RunAtOnce,

    /// <summary>Starts in the step of least intensity within its wait.</summary>
    LowestSlot,

    /// <summary>Starts where a job of its class' mean length would emit least.</summary>
    LowestWindow,

    /// <summary>Starts where a job of mean length saves most per hour until its end (Carbon-Time, GAIA, ASPLOS 2024).</summary>
    SavingPerDelay,

    /// <summary>Runs while the intensity is in the lowest three tenths of the next day, and when it may wait no longer (Ecovisor).</summary>
    Threshold,

    /// <summary>Runs in the best steps of its window (Let's Wait Awhile, Middleware 2021).</summary>
    BestSteps,
}
