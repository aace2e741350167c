namespace DcOps.Domain.Access;

/// <summary>
/// What somebody is here for. The last three are kept apart, as GB/T 22239-2019 8.1.5 asks: nobody holds two of them.
/// </summary>
public enum AccessRole
{
    /// <summary>Runs the plant: alarms, racks, meters.</summary>
    Operator,

    /// <summary>Judges and files: ledger, statements, corrections.</summary>
    Regulator,

    /// <summary>Places compute: plans and what they rest on.</summary>
    Scheduler,

    /// <summary>Everything that is about data centres; no accounts, no audit.</summary>
    Administrator,

    /// <summary>Runs the product itself: silos, collectors, backups, metrics.</summary>
    SystemAdministrator,

    /// <summary>Says who may what.</summary>
    SecurityAdministrator,

    /// <summary>Reads what was done, and does nothing else.</summary>
    AuditAdministrator,
}
