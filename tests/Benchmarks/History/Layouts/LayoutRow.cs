namespace DcOps.Benchmarks.History.Layouts;

/// <summary>One rack minute with plain numbers for subject and time, the same for every candidate.</summary>
readonly record struct LayoutRow(
    int Rack,
    int Minute,
    double PowerMin,
    double PowerMean,
    double PowerMax,
    double PowerLast,
    double InletMin,
    double InletMean,
    double InletMax,
    double InletLast,
    long EnergyWattHours,
    byte Quality);
