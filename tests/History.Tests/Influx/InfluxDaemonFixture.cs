namespace DcOps.History.Tests.Influx;

/// <summary>One InfluxDB for the tests of a class.</summary>
public sealed class InfluxDaemonFixture : IAsyncLifetime
{
    InfluxDaemon? _daemon;

    /// <summary>Starts it at the first call, so that a test without the program is skipped, not failed.</summary>
    public async Task<InfluxDaemon> DaemonAsync()
    {
        if (_daemon is not null)
            return _daemon;

        var daemon = new InfluxDaemon();
        await daemon.StartAsync(CancellationToken.None);
        return _daemon = daemon;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_daemon is not null)
            await _daemon.DisposeAsync();
    }
}
