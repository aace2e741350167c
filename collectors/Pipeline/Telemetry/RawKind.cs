namespace DcOps.Collectors.Pipeline.Telemetry;

/// <summary>In what form a device gave a value.</summary>
public enum RawKind : byte
{
    /// <summary>The device has no such object now (SNMP noSuchObject, noSuchInstance; JSON null).</summary>
    Absent = 0,
    Number = 1,
    Text = 2,
}
