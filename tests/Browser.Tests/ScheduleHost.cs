using DcOps.Contracts.Scheduling;
using DcOps.Dashboard;
using DcOps.Dashboard.Live;
using DcOps.Domain.Scheduling.Tables;
using DcOps.Planning;
using DcOps.Simulator.Computing;
using DcOps.Testing;

namespace DcOps.Browser.Tests;

/// <summary>The real dashboard on a real port, over a real desk of plans: one plan of a generated day, and a desk without anything.</summary>
public sealed class ScheduleHost : IAsyncLifetime
{
    readonly ScratchFolder _folder = new();
    readonly List<WebApplication> _apps = [];

    internal static IReadOnlyDictionary<string, string> Tables { get; } =
        PlanTables.Write(ProvinceOf.Make(new(30, 200, 0.7, 5) { HasGridTerms = true }));

    public string Address { get; private set; } = "";

    /// <summary>The same pages before any table was taken.</summary>
    public string EmptyAddress { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        EmptyAddress = (await StartAsync("empty")).Address;
        (Address, var desk) = await StartAsync("desk");
        if (!(await desk.ImportAsync(Tables, "Li", TestContext.Current.CancellationToken)).IsEmpty)
            throw new InvalidOperationException("The generated tables were refused.");
        while (desk.State is { Newest: null, LastFault: null })
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
    }

    async Task<(string Address, PlanDesk Desk)> StartAsync(string folder)
    {
        var address = $"http://127.0.0.1:{FreePort.Tcp()}";
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(ScheduleHost).Assembly.GetName().Name });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(address);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(FakeProvince.Inventory);
        builder.Services.AddSingleton<IProvinceView>(new FakeProvince(TimeProvider.System));
        builder.Services.AddSingleton(AbsentLedger.Instance);
        builder.Services.AddSingleton(provider => new PlanDesk(
            new PlanFolder(_folder.Of(folder)), PlanDeskOptions.Usual, TimeProvider.System, provider.GetRequiredService<ILogger<PlanDesk>>()));
        builder.Services.AddSingleton<IPlanDesk>(provider => provider.GetRequiredService<PlanDesk>());
        builder.Services.AddHostedService(provider => provider.GetRequiredService<PlanDesk>());
        builder.Services.AddDcOpsDashboard();
        var app = builder.Build();
        _apps.Add(app);
        app.MapDcOpsDashboard();
        await app.StartAsync();
        return (address, app.Services.GetRequiredService<PlanDesk>());
    }

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
