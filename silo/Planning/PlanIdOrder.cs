namespace DcOps.Planning;

/// <summary>Ids by their number: <c>P-9999</c> before <c>P-10000</c>.</summary>
sealed class PlanIdOrder : IComparer<string>
{
    public static PlanIdOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var order = (x?.Length ?? 0).CompareTo(y?.Length ?? 0);
        return order != 0 ? order : string.CompareOrdinal(x, y);
    }
}
