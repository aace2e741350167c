using DcOps.Contracts.Ledger;
using DcOps.Dashboard;
using DcOps.Dashboard.Live;
using DcOps.Domain.Configuration;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;
using DcOps.Signing;
using DcOps.Signing.Keys;
using DcOps.Testing;

namespace DcOps.Browser.Tests;

/// <summary>The real dashboard on a real port, over a real ledger of a played year.</summary>
public sealed class LedgerHost : IAsyncLifetime
{
    readonly ScratchFolder _folder = new();
    readonly List<WebApplication> _apps = [];

    internal PlayedLedger Played { get; private set; } = null!;

    public string Address { get; private set; } = "";

    /// <summary>The same pages while the store of readings is away.</summary>
    public string AwayAddress { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Played = await PlayedLedger.PlayAsync(TestContext.Current.CancellationToken);
        Address = await StartAsync(Played.Ledger);
        AwayAddress = await StartAsync(AbsentLedger.Instance);
    }

    /// <summary>Files one site's September, once, and gives the statement's id.</summary>
    internal async Task<string> FileAsync(CancellationToken cancellationToken)
    {
        var filed = await Played.Ledger.FileAsync(
            Played.Changed, PeriodKind.Month, BusinessCalendar.Shanghai.Month(2026, 9), "regulator.lin", cancellationToken);
        return filed is FilingAnswer.Filed { Statement.Id: var id } ? id : throw new InvalidOperationException(filed.ToString());
    }

    async Task<string> StartAsync(IEnergyLedger ledger)
    {
        var address = $"http://127.0.0.1:{FreePort.Tcp()}";
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(LedgerHost).Assembly.GetName().Name });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(address);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton<TimeProvider>(Played.Time);
        builder.Services.AddSingleton(Played.Inventory);
        builder.Services.AddSingleton<IProvinceView>(new FakeProvince(Played.Time));
        builder.Services.AddSingleton(ledger);
        builder.Services.AddSingleton<IUploadWatch>(new PlayedUploads(Played.Time));
        builder.Services.AddSingleton(new StatementSigner(Key(), Played.Time));
        builder.Services.AddDcOpsDashboard();
        var app = builder.Build();
        _apps.Add(app);
        app.MapDcOpsDashboard();
        await app.StartAsync();
        return address;
    }

    SigningKey Key() =>
        SigningConfiguration.Load(ConfigurationDocument.Parse("site.json", "{}"), _folder.Of("."), Played.Time)?.Invoke()
        ?? throw new InvalidOperationException("No signing key could be made.");

    public async ValueTask DisposeAsync()
    {
        foreach (var app in _apps)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        _folder.Dispose();
    }
}
