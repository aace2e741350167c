namespace DcOps.History.Embedded;

/// <summary>
/// Tells rows that are certainly new from rows that may replace one: newer than anything of its subject is new.
/// After a start every subject counts as having the newest row of all, which costs a look-up and is never wrong.
/// </summary>
/// <param name="floor">Start of the newest row in the store, in minutes since 1970; null when it is empty.</param>
sealed class NewestStarts(int? floor)
{
    readonly Dictionary<long, int> _newest = [];

    /// <summary>Whether the key cannot be in the store; remembers the row either way.</summary>
    public bool IsNew(long subject, int start)
    {
        ref var newest = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_newest, subject, out var known);
        var isNew = known ? start > newest : floor is null || start > floor;
        newest = known ? Math.Max(newest, start) : Math.Max(start, floor ?? start);
        return isNew;
    }
}
