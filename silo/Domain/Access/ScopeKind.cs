namespace DcOps.Domain.Access;

/// <summary>How wide a grant reaches.</summary>
public enum ScopeKind
{
    Province,
    City,
    Facility,
}
