using DcOps.History.Tests.Conformance;

namespace DcOps.History.Tests.Influx;

public sealed class Influx1ConformanceTests(InfluxDaemonFixture fixture) : HistoryConformanceTests, IClassFixture<InfluxDaemonFixture>
{
    protected override async Task<StoreUnderTest> StartAsync() => new Influx1Store(await fixture.DaemonAsync());
}
