namespace DcOps.Domain.Access;

/// <summary>How far figures may travel, in rising order of care.</summary>
public enum DataClass
{
    Public,
    Shared,
    Restricted,
}
