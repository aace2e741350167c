using DcOps.Contracts.Wire;
using DcOps.Domain.Configuration;
using DcOps.Domain.Topology;

namespace DcOps.Silo.Host.Ingest.Remote;

/// <summary>Composition of the ingest for collectors at sites of their own.</summary>
static class RemoteIngest
{
    /// <summary>Adds the listener of the section <c>ingest</c>, when it is present; the pages' own addresses stay as they are.</summary>
    public static void AddRemoteIngest(this WebApplicationBuilder builder, ConfigurationDocument document, Inventory inventory)
    {
        if (IngestSettings.Read(document, inventory) is not { } settings)
            return;

        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<IngestEndpoint>();
        builder.WebHost.UseUrls([.. Addresses(builder), settings.Address.GetLeftPart(UriPartial.Authority)]);
        if (settings.Certificate is { } certificate)
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate));
    }

    /// <summary>Deliveries come in at the ingest's own port, and nothing else does.</summary>
    public static void MapRemoteIngest(this WebApplication app)
    {
        if (app.Services.GetService<IngestSettings>() is not { } settings)
            return;

        app.Use((context, next) =>
        {
            var isAtIngest = context.Connection.LocalPort == settings.Address.Port;
            if (isAtIngest == (context.Request.Path == DeliveryCodec.Path))
                return next(context);

            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        app.MapPost(DeliveryCodec.Path, (HttpContext context, IngestEndpoint endpoint) => endpoint.AnswerAsync(context)).DisableAntiforgery();
    }

    static string[] Addresses(WebApplicationBuilder builder) =>
        (builder.WebHost.GetSetting(WebHostDefaults.ServerUrlsKey) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);
}
