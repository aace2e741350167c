using DcOps.History.Tests.Conformance;

namespace DcOps.History.Tests.Embedded;

/// <summary>The same promises while every few rows are sorted away beside the writer.</summary>
public sealed class EmbeddedSortingConformanceTests : HistoryConformanceTests
{
    protected override Task<StoreUnderTest> StartAsync() => Task.FromResult<StoreUnderTest>(EmbeddedStore.Start(recentRows: 2));
}
