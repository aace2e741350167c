using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DcOps.Domain.Configuration;
using DcOps.Domain.Topology;

namespace DcOps.Silo.Host.Ingest.Remote.Sites;

/// <summary>The part of the province's inventory that concerns a site.</summary>
static class SiteInventory
{
    /// <summary>Province, the facilities and their cities, as the province's own file has them.</summary>
    public static JsonObject Cut(ConfigurationDocument province, IReadOnlySet<FacilityId> ids)
    {
        var facilities = Kept(province, FacilitySection.Section, facility => ids.Contains(FacilityId.Parse($"{facility["id"]}")));
        var cities = facilities.Select(facility => $"{facility!["city"]}").ToHashSet(StringComparer.Ordinal);
        return new()
        {
            [ProvinceSection.Section] = province.Section<JsonNode>(ProvinceSection.Section)?.DeepClone(),
            [CitySection.Section] = Kept(province, CitySection.Section, city => cities.Contains($"{city["code"]}")),
            [FacilitySection.Section] = facilities,
        };
    }

    /// <summary>Puts the inventory before the first key, on its line: every other key keeps the line that faults are told by.</summary>
    public static string Insert(string text, JsonObject inventory)
    {
        var utf8 = Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF'));
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        reader.Read();
        var begin = (int)reader.TokenStartIndex + 1;
        var keys = inventory.ToJsonString()[1..^1] + ", ";
        return Encoding.UTF8.GetString(utf8, 0, begin) + keys + Encoding.UTF8.GetString(utf8, begin, utf8.Length - begin);
    }

    /// <summary>Refuses facilities that the collector is not enrolled for.</summary>
    public static void RefuseOthers(ConfigurationDocument document, IReadOnlySet<FacilityId> ids)
    {
        if (InventoryLoader.Load(document) is not { } inventory)
            return;

        for (var place = 0; place < inventory.Facilities.Length; place++)
        {
            if (!ids.Contains(inventory.Facilities[place].Id))
            {
                document.Refuse(
                    $"{FacilitySection.Section}[{place}].id",
                    $"'{inventory.Facilities[place].Id}' is not among the facilities that the collector is enrolled for.");
            }
        }
    }

    static JsonArray Kept(ConfigurationDocument province, string section, Func<JsonNode, bool> isKept) =>
        [.. (province.Section<JsonArray>(section) ?? []).OfType<JsonNode>().Where(isKept).Select(node => node.DeepClone())];
}
