namespace DcOps.Domain.Kpis;

/// <summary>What a figure may be used for, by completeness and estimated share (reference: grades of result).</summary>
public enum EvidenceGrade : byte
{
    /// <summary>A: completeness at least 99 %, estimated share at most 1 %: may be compared with a legal limit.</summary>
    Compliance = 0,

    /// <summary>B: at least 95 %, at most 5 %: may be published with a note.</summary>
    Reportable = 1,

    /// <summary>C: at least 90 %: internal.</summary>
    Indicative = 2,

    /// <summary>D: below 90 %: no number is shown.</summary>
    Insufficient = 3,
}
