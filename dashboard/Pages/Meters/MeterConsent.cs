namespace DcOps.Dashboard.Pages.Meters;

/// <summary>Somebody's yes to a difference.</summary>
/// <param name="Basis">Revision of the registry that the difference was made with.</param>
public sealed record MeterConsent(int Basis, string Name, string Reason);
