using DcOps.History.Tests.Conformance;

namespace DcOps.History.Tests.Influx;

public sealed class VictoriaMetricsConformanceTests : HistoryConformanceTests
{
    protected override async Task<StoreUnderTest> StartAsync() => await VictoriaMetricsStore.StartAsync();
}
