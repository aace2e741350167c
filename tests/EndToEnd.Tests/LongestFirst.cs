using Xunit.Sdk;
using Xunit.v3;

namespace DcOps.EndToEnd.Tests;

/// <summary>
/// Tests that wait for minutes of real time begin first: begun last, they would be waited for alone. The rest stays in
/// the order it came.
/// </summary>
sealed class LongestFirst : ITestCollectionOrderer
{
    static readonly string[] Longest =
        [nameof(RemoteSiteTests), nameof(KilledUnderLoadTests), nameof(LiquidCoolingTests), nameof(CoolingStopTests), nameof(SpineTests)];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => Place(collection))];

    /// <remarks>A class without a collection of its own is one, named after it.</remarks>
    static int Place(ITestCollection collection)
    {
        var place = Array.FindIndex(Longest, name => collection.TestCollectionDisplayName.EndsWith("." + name, StringComparison.Ordinal)
            || collection.TestCollectionDisplayName.Contains($".{name} ", StringComparison.Ordinal));
        return place < 0 ? Longest.Length : place;
    }
}
