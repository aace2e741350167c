using DcOps.Dashboard;
using DcOps.Domain.Configuration;
using DcOps.Domain.Topology;
using DcOps.Silo.Host.Composition;
using DcOps.Testing;

namespace DcOps.Access.Tests;

/// <summary>Every address of the product, read from what it maps; nothing is started.</summary>
public sealed class ProductEndpoints : IAsyncDisposable
{
    readonly ScratchFolder _folder = new();
    readonly WebApplication _app;

    public ProductEndpoints()
    {
        var document = ConfigurationDocument.Parse("site.json", ProductConfiguration.Text(
            """
            "access": { "mode": "accounts" },
            "ingest": { "address": "http://127.0.0.1:14999", "collectors": [ { "name": "nj-01", "token": "text:token-of-the-site", "facilities": [ "NJ-01" ] } ] },
            """));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(ProductEndpoints).Assembly.GetName().Name });
        builder.WebHost.UseStaticWebAssets();
        Inventory = InventoryLoader.Load(document)!;
        builder.AddDcOpsSilo(document, Inventory, _folder.Of("data"));
        builder.Services.AddDcOpsDashboard();
        builder.AddDcOpsAccess(document, _folder.Of("data"));
        _app = builder.Build();
        _app.UseDcOpsAccess().MapDcOpsSilo().MapDcOpsDashboard();
        All = [.. ((IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];
    }

    public Inventory Inventory { get; }

    public ImmutableArray<RouteEndpoint> All { get; }

    /// <summary>As endpoints write them, once each.</summary>
    public IEnumerable<string> Patterns =>
        All.Select(endpoint => "/" + (endpoint.RoutePattern.RawText ?? "").TrimStart('/')).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
