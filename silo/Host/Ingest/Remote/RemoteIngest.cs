using DcOps.Contracts.Collectors;
using DcOps.Contracts.Wire;
using DcOps.Domain.Configuration;
using DcOps.Domain.Topology;
using DcOps.Silo.Host.Ingest.Remote.Sites;

namespace DcOps.Silo.Host.Ingest.Remote;

/// <summary>Composition of the ingest for collectors at sites of their own.</summary>
static class RemoteIngest
{
    /// <summary>Adds the listener of the section <c>ingest</c>, when it is present; the pages' own addresses stay as they are.</summary>
    /// <param name="check">Null when this host cannot tell whether a collector would take its configuration.</param>
    public static void AddRemoteIngest(
        this WebApplicationBuilder builder, ConfigurationDocument document, Inventory inventory, ISiteConfigurationCheck? check = null)
    {
        if (IngestSettings.Read(document, inventory, check) is not { } settings)
            return;

        var offers = new SiteOffers(settings.Sites);
        foreach (var fault in offers.Look())
            document.Refuse(IngestSection.Name, $"{fault}");

        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<TokenCheck>();
        builder.Services.AddSingleton<IngestEndpoint>();
        builder.Services.AddSingleton<ReportEndpoint>();
        builder.Services.AddSingleton(offers);
        builder.Services.AddSingleton<ConfigurationEndpoint>();
        if (!settings.Sites.IsEmpty)
            builder.Services.AddHostedService<SiteFileWatch>();
        foreach (var enrolment in settings.Enrolments)
            builder.Services.AddSingleton(new KnownCollector(enrolment.Collector, [.. enrolment.Facilities]));
        builder.WebHost.UseUrls([.. Addresses(builder), settings.Address.GetLeftPart(UriPartial.Authority)]);
        if (settings.Certificate is { } certificate)
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate));
    }

    /// <summary>Deliveries and reports come in at the ingest's own port, and nothing else does.</summary>
    public static void MapRemoteIngest(this WebApplication app)
    {
        if (app.Services.GetService<IngestSettings>() is not { } settings)
            return;

        app.Use((context, next) =>
        {
            var isAtIngest = context.Connection.LocalPort == settings.Address.Port;
            if (isAtIngest == IsOurs(context.Request.Path))
                return next(context);

            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        app.MapPost(DeliveryCodec.Path, (HttpContext context, IngestEndpoint endpoint) => endpoint.AnswerAsync(context)).DisableAntiforgery();
        app.MapPost(CollectorReportJson.Path, (HttpContext context, ReportEndpoint endpoint) => endpoint.AnswerAsync(context)).DisableAntiforgery();
        app.MapGet(SiteConfigurationJson.Path, (HttpContext context, ConfigurationEndpoint endpoint) => endpoint.AnswerAsync(context));
    }

    static bool IsOurs(PathString path) =>
        path == DeliveryCodec.Path || path == CollectorReportJson.Path || path == SiteConfigurationJson.Path;

    static string[] Addresses(WebApplicationBuilder builder) =>
        (builder.WebHost.GetSetting(WebHostDefaults.ServerUrlsKey) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);
}
