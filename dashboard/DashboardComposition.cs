using DcOps.Contracts.Access;
using DcOps.Dashboard.Components.Alarms;
using DcOps.Dashboard.Layout;
using DcOps.Dashboard.Live;
using DcOps.Dashboard.Live.Map;
using DcOps.Dashboard.Live.Past;
using DcOps.Dashboard.Live.Sheets;
using DcOps.Dashboard.Localization;
using DcOps.Dashboard.Pages.Access;
using DcOps.Dashboard.Pages.Alarms;
using DcOps.Dashboard.Pages.Compliance;
using DcOps.Dashboard.Pages.Corrections;
using DcOps.Dashboard.Pages.Evidence;
using DcOps.Dashboard.Pages.LowEfficiency;
using DcOps.Dashboard.Pages.Meters;
using DcOps.Dashboard.Pages.Quality;
using DcOps.Dashboard.Pages.Reports;
using DcOps.Dashboard.Pages.Rooms;
using DcOps.Dashboard.Pages.Uploads;
using DcOps.Dashboard.Pages.Schedule;
using DcOps.Dashboard.Search;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Rules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DcOps.Dashboard;

/// <summary>Puts the pages into a host. The host provides grains, the inventory and the history reader.</summary>
public static class DashboardComposition
{
    public static IServiceCollection AddDcOpsDashboard(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IProvinceView, GrainProvinceView>();
        services.AddSingleton<BundleUpload>();
        services.AddSingleton<AlarmTexts>();
        services.TryAddSingleton(RuleBook.Shipped);
        services.TryAddSingleton(AccessMode.Open);
        services.TryAddSingleton(AlarmRuleBook.Shipped);
        services.TryAddSingleton(DependencyGraph.Empty);
        services.AddSingleton(provider => InletBands.Of(provider.GetRequiredService<AlarmRuleBook>()));
        services.AddSingleton<Languages>();
        services.AddScoped(provider => provider.GetRequiredService<Languages>().Current);
        services.AddScoped<PageTime>();
        services.AddScoped<PageView>();
        services.AddSingleton<RoomQualityView>();
        services.AddSingleton<LiveFeed>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveFeed>());
        services.AddSingleton<PlaceSearch>();
        services.AddSingleton<RackMapLayout>();
        services.AddSingleton<RackMapFeed>();
        services.AddHostedService(provider => provider.GetRequiredService<RackMapFeed>());
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(Languages.Chinese)
                .AddSupportedCultures([.. Languages.All])
                .AddSupportedUICultures([.. Languages.All]);
            options.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = Preferences.LanguageCookie }, new AcceptLanguageHeaderRequestCultureProvider()];
        });
        return services;
    }

    public static WebApplication MapDcOpsDashboard(this WebApplication app)
    {
        app.UseExceptionHandler("/unavailable", createScopeForErrors: true);
        app.UseRequestLocalization();
        app.Use(SecurityHeaders.AddAsync);
        app.Use(BundleUpload.LimitAsync);
        app.Use(SignedForms.StampAsync);
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapPreferences();
        app.MapLive();
        app.MapRackMap();
        app.MapReports();
        app.MapCorrections();
        app.MapQuality();
        app.MapLowEfficiency();
        app.MapCompliance();
        app.MapKpis();
        app.MapMeters();
        app.MapEvidence();
        app.MapRooms();
        app.MapUploads();
        app.MapSchedule();
        app.MapAlarms();
        app.MapRazorComponents<App>();
        return app;
    }
}
