namespace DcOps.Domain.Kpis;

/// <summary>Where E_IT was measured (ISO/IEC 30134-2).</summary>
public enum PueCategory : byte
{
    /// <summary>Basic: UPS output.</summary>
    Category1 = 1,

    /// <summary>Intermediate: PDU output.</summary>
    Category2 = 2,

    /// <summary>Advanced: IT equipment input.</summary>
    Category3 = 3,
}
