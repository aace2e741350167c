namespace DcOps.Domain.PowerChain;

/// <summary>Kinds of equipment, from the grid to the rack, and beside it what cools and what reports.</summary>
/// <remarks>Numbers are on the wire and on disk: add at the end, never renumber.</remarks>
public enum EquipmentClass : byte
{
    /// <summary>Energy that crosses the facility's boundary (市电).</summary>
    UtilityFeed = 1,
    Generator = 2,
    Transformer = 3,
    Switchboard = 4,

    /// <summary>Uninterruptible supply, alternating or direct current (UPS, HVDC).</summary>
    Ups = 5,

    /// <summary>Distribution of a row (列头柜).</summary>
    Panel = 6,
    Breaker = 7,

    /// <summary>One line to a rack, of one phase or three.</summary>
    Feed = 8,
    RackPdu = 9,
    Outlet = 10,
    Rack = 11,
    Chiller = 12,
    CoolingTower = 13,
    Pump = 14,
    CoolingLoop = 15,

    /// <summary>A unit that cools a room's air (末端空调), or a rack's liquid.</summary>
    CoolingUnit = 16,
    NetworkSwitch = 17,
    Gateway = 18,
    Collector = 19,
    Broker = 20,
    Sensor = 21,
    Meter = 22,
    TransferSwitch = 23,
    Battery = 24,

    /// <summary>Measures the air outside, which nobody conditions.</summary>
    WeatherStation = 25,
}
