using DcOps.Domain.Statements;
using DcOps.Domain.Telemetry;

namespace DcOps.Dashboard.Pages.Corrections;

/// <summary>An answer to a proposal as its form sends it.</summary>
public sealed class DecisionForm
{
    public string? Decision { get; set; }

    public string? Note { get; set; }

    public string? Name { get; set; }

    public string? Role { get; set; }

    /// <summary>Null when the role is none that is known.</summary>
    public ActorRole? ActorRole => KebabCase.TryParse<ActorRole>(Role ?? "", out var role) ? role : null;

    /// <summary>Null when none of the three answers was chosen.</summary>
    public CorrectionState? State =>
        KebabCase.TryParse<CorrectionState>(Decision ?? "", out var state) && state != CorrectionState.Proposed ? state : null;
}
