using DcOps.Dashboard;
using DcOps.Dashboard.Live;
using DcOps.Domain.Configuration;
using DcOps.Signing;
using DcOps.Signing.Keys;
using DcOps.Testing;

namespace DcOps.Browser.Tests;

/// <summary>The real dashboard on a real port, over a real ledger of a played year.</summary>
public sealed class LedgerHost : IAsyncLifetime
{
    readonly ScratchFolder _folder = new();
    WebApplication? _app;

    internal PlayedLedger Played { get; private set; } = null!;

    /// <summary>What the ledger is asked through: a test may take it away.</summary>
    internal AbsentLedger Asked { get; private set; } = null!;

    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Played = await PlayedLedger.PlayAsync(TestContext.Current.CancellationToken);
        Asked = AbsentLedger.Of(Played.Ledger);
        Address = $"http://127.0.0.1:{FreePort.Tcp()}";
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(LedgerHost).Assembly.GetName().Name });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(Address);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton<TimeProvider>(Played.Time);
        builder.Services.AddSingleton(Played.Inventory);
        builder.Services.AddSingleton<IProvinceView>(new FakeProvince(Played.Time));
        builder.Services.AddSingleton(Asked.Ledger);
        builder.Services.AddSingleton(new StatementSigner(Key(), Played.Time));
        builder.Services.AddDcOpsDashboard();
        _app = builder.Build();
        _app.MapDcOpsDashboard();
        await _app.StartAsync();
    }

    SigningKey Key() =>
        SigningConfiguration.Load(ConfigurationDocument.Parse("site.json", "{}"), _folder.Of("."), Played.Time)
        ?? throw new InvalidOperationException("No signing key could be made.");

    public async ValueTask DisposeAsync()
    {
        if (_app is null)
            return;

        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
