using DcOps.History.Tests.Conformance;

namespace DcOps.History.Tests.Embedded;

public sealed class EmbeddedConformanceTests : HistoryConformanceTests
{
    protected override Task<StoreUnderTest> StartAsync() => Task.FromResult<StoreUnderTest>(EmbeddedStore.Start());
}
