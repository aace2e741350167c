namespace DcOps.Domain.Topology;

/// <summary>Point of measurement of a meter in its facility's boundary (ISO/IEC 30134-2, EN 50600-4-2).</summary>
public enum MeterRole : byte
{
    None = 0,

    /// <summary>Energy crossing the boundary from the grid: a term of E_DC.</summary>
    UtilityEntrance = 1,

    /// <summary>Generator output inside the boundary: a term of E_DC; its fuel is then not counted.</summary>
    Generator = 2,

    /// <summary>UPS output: E_IT of category 1.</summary>
    UpsOutput = 3,

    /// <summary>Output of the row or floor distribution: E_IT of category 2.</summary>
    PduOutput = 4,

    /// <summary>Input of the IT equipment, rack PDUs: E_IT of category 3.</summary>
    ItInput = 5,

    /// <summary>Cooling plant: the numerator term of a partial PUE.</summary>
    Cooling = 6,

    /// <summary>Lighting, lifts, security, fire.</summary>
    Lighting = 7,

    /// <summary>Energy that leaves the boundary and is used outside.</summary>
    Reuse = 8,

    /// <summary>On-site renewable generation, a term of E_DC.</summary>
    Renewable = 9,

    /// <summary>UPS input: what its output is compared with.</summary>
    UpsInput = 10,

    /// <summary>Electricity that leaves the boundary unused, to the grid or a neighbour: taken off E_DC.</summary>
    Export = 11,

    /// <summary>Heat that the cooling removes, thermal.</summary>
    HeatRemoved = 12,

    /// <summary>Cold or heat bought from a supplier, thermal; counts in E_DC by the factor of the supplying plant.</summary>
    BoughtCooling = 13,

    /// <summary>Water that enters the site; its register counts litres.</summary>
    Water = 14,

    /// <summary>Gas or fuel that enters the site; its register counts the carrier's own unit.</summary>
    Fuel = 15,

    /// <summary>
    /// Pumps of the coolant loops, as the coolant distribution units count them: the numerator term of the loops' partial PUE. Part
    /// of what a meter of the cooling plant counts where that stands before them.
    /// </summary>
    CoolantPumps = 16,
}
