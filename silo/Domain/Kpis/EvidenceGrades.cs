using DcOps.Domain.Units;

namespace DcOps.Domain.Kpis;

/// <summary>Grades a figure by its evidence (the project's reference on metering with defective data; 90 % is the national upload rule).</summary>
public static class EvidenceGrades
{
    /// <summary>How far the filled figure may lie from the paired one before the grade falls by one.</summary>
    public const double MostDisagreement = 0.02;

    public static EvidenceGrade Of(Ratio completeness, Ratio estimatedShare) => (completeness.Value, estimatedShare.Value) switch
    {
        ( >= 0.99, <= 0.01) => EvidenceGrade.Compliance,
        ( >= 0.95, <= 0.05) => EvidenceGrade.Reportable,
        ( >= 0.90, _) => EvidenceGrade.Indicative,
        _ => EvidenceGrade.Insufficient,
    };

    /// <summary>One grade lower when both ways of treating gaps give different figures.</summary>
    public static EvidenceGrade Checked(EvidenceGrade grade, Ratio? paired, Ratio? filled) =>
        grade < EvidenceGrade.Insufficient && paired is { } one && filled is { } other
        && Math.Abs(one.Value - other.Value) > MostDisagreement
            ? grade + 1
            : grade;
}
