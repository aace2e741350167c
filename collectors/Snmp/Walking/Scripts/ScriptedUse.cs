namespace DcOps.Collectors.Snmp.Walking.Scripts;

/// <summary>What is done with a variable of a response that comes as expected.</summary>
enum ScriptedUse : byte
{
    /// <summary>Behind the end of a column.</summary>
    PassedOver = 0,
    UpTime,
    Scalar,

    /// <summary>The successor of a scalar that the device does not have.</summary>
    NoScalar,

    /// <summary>It has a value: "no such instance" would be another shape of the table.</summary>
    Row,
}
