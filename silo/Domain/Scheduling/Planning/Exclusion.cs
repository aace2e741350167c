namespace DcOps.Domain.Scheduling.Planning;

/// <summary>Why a facility cannot take a workload even if it were empty, in the order the tests are made.</summary>
public enum Exclusion
{
    Status,
    Grade,
    Residency,
    Latency,
    NoPool,
    Stack,
    NoLink,
    Window,

    /// <summary>The pool never has enough free units at once.</summary>
    NeverFitsPool,

    /// <summary>The facility never has enough power at once.</summary>
    NeverFitsPower,
}
