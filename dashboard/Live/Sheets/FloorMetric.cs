namespace DcOps.Dashboard.Live.Sheets;

/// <summary>What a room's plan shows of each rack; one at a time.</summary>
public enum FloorMetric
{
    /// <summary>Hottest inlet, ℃.</summary>
    Inlet,

    /// <summary>Power over provisioned power, %.</summary>
    Load,

    /// <summary>Power, kW.</summary>
    Power,
}
