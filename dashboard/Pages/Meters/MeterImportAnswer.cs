using DcOps.Domain.Csv;
using DcOps.Domain.Metering;
using DcOps.Domain.Topology;

namespace DcOps.Dashboard.Pages.Meters;

/// <summary>What became of a table.</summary>
public abstract record MeterImportAnswer
{
    MeterImportAnswer()
    {
    }

    /// <summary>Nothing was read: every fault by line and column.</summary>
    public sealed record Faulty(ImmutableArray<CsvFault> Faults) : MeterImportAnswer;

    /// <summary>It names facilities that the inventory does not have.</summary>
    public sealed record Strangers(ImmutableArray<FacilityId> Facilities) : MeterImportAnswer;

    /// <summary>Nothing was written.</summary>
    /// <param name="Basis">Revision that it was compared with.</param>
    public sealed record Compared(int Basis, MeterRegistryDifference Difference) : MeterImportAnswer;

    /// <summary>It is in force.</summary>
    public sealed record Applied(int Number, MeterRegistryDifference Difference) : MeterImportAnswer;

    /// <summary>Another registry was put in force meanwhile: nothing was written, and this is the difference with that one.</summary>
    public sealed record Overtaken(int Basis, MeterRegistryDifference Difference) : MeterImportAnswer;
}
