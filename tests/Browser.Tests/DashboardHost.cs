using System.Globalization;
using DcOps.Dashboard;
using DcOps.Dashboard.Live;
using DcOps.Testing;

namespace DcOps.Browser.Tests;

/// <summary>The real dashboard on a real port, over a fake province. Can be stopped and started again where it was.</summary>
public sealed class DashboardHost : IAsyncLifetime
{
    readonly int _port = FreePort.Tcp();
    WebApplication? _app;

    internal FakeProvince Province { get; } = new(TimeProvider.System);

    public string Address => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}");

    public async ValueTask InitializeAsync() => await StartAsync();

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(DashboardHost).Assembly.GetName().Name });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(Address);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(FakeProvince.Inventory);
        builder.Services.AddSingleton<IProvinceView>(Province);
        builder.Services.AddSingleton(AbsentLedger.Instance);
        builder.Services.AddDcOpsDashboard();
        _app = builder.Build();
        _app.MapDcOpsDashboard();
        await _app.StartAsync();
    }

    public async Task StopAsync()
    {
        if (_app is null)
            return;

        await _app.StopAsync();
        await _app.DisposeAsync();
        _app = null;
    }

    public async ValueTask DisposeAsync() => await StopAsync();
}
