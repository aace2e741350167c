using DcOps.History.Tests.Conformance;

namespace DcOps.History.Tests.Embedded;

public sealed class EmbeddedMeterReadingTests : MeterReadingTests
{
    protected override Task<StoreUnderTest> StartAsync() => Task.FromResult<StoreUnderTest>(EmbeddedStore.Start());
}
