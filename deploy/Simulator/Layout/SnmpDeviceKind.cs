namespace DcOps.Simulator.Layout;

/// <summary>Families of devices that are played over SNMP.</summary>
public enum SnmpDeviceKind
{
    /// <summary>APC rack PDU of the second generation (PowerNet-MIB, rPDU2).</summary>
    ApcPdu,

    /// <summary>Vertiv/Geist rack PDU (VERTIV-V5-MIB).</summary>
    VertivPdu,

    /// <summary>UPS with a card that speaks RFC 1628 alone.</summary>
    Ups,

    /// <summary>Vertiv/Geist temperature and humidity sensor (VERTIV-V5-MIB).</summary>
    AirSensor,

    /// <summary>Vertiv coolant distribution unit with an IS-UNITY card (LIEBERT-GP-FLEXIBLE-MIB).</summary>
    Cdu,
}
