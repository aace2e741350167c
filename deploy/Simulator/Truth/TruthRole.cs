namespace DcOps.Simulator.Truth;

/// <summary>Flows whose true energy is kept for every instant.</summary>
public enum TruthRole
{
    Utility = 0,
    UpsInput = 1,
    UpsOutput = 2,
    ItInput = 3,
    Cooling = 4,
    House = 5,
    CoolantPumps = 6,
}
