using DcOps.History.Tests.Conformance;

namespace DcOps.History.Tests.Influx;

public sealed class Influx1MeterReadingTests(InfluxDaemonFixture fixture) : MeterReadingTests, IClassFixture<InfluxDaemonFixture>
{
    protected override async Task<StoreUnderTest> StartAsync() => new Influx1Store(await fixture.DaemonAsync());
}
