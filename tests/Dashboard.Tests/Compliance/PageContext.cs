using System.Globalization;
using Bunit;
using DcOps.Dashboard.Localization;
using DcOps.Domain.Topology;
using Microsoft.Extensions.DependencyInjection;

namespace DcOps.Dashboard.Tests.Compliance;

/// <summary>What components need of a host, in one language.</summary>
sealed class PageContext : BunitContext
{
    public PageContext(string language, Inventory? inventory = null)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        Services.AddLocalization();
        Services.AddSingleton<Languages>();
        Services.AddScoped(provider => provider.GetRequiredService<Languages>().Current);
        Services.AddSingleton(inventory ?? SampleRows.Inventory());
    }

    public Wording Words => Services.GetRequiredService<Wording>();
}
