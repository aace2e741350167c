using System.Globalization;
using Bunit;
using DcOps.Dashboard.Localization;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;
using Microsoft.Extensions.DependencyInjection;

namespace DcOps.Dashboard.Tests;

/// <summary>A place to render components in one language, over an inventory of two facilities in one city.</summary>
sealed class PageContext : BunitContext
{
    public PageContext(string language)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        Services.AddLocalization();
        Services.AddSingleton<Languages>();
        Services.AddScoped(provider => provider.GetRequiredService<Languages>().Current);
        Services.AddSingleton(RuleBook.Shipped);
        Services.AddSingleton(new Inventory(
            ProvinceId.Parse("JS"), new("江苏", "Jiangsu"), [new(CityCode.Parse("NJ"), new("南京", "Nanjing"), null, null)],
            [Facility("NJ-01"), Facility("NJ-02")]));
    }

    static Facility Facility(string id) => new(FacilityId.Parse(id), CityCode.Parse("NJ"), new($"{id} 中心", $"{id} site"), [], [], null);
}
