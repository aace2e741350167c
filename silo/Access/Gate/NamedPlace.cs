using DcOps.Domain.Topology;
using Microsoft.AspNetCore.Http;

namespace DcOps.Access.Gate;

/// <summary>The city or facility that an address names by its parts; null for what it does not name, or what does not exist.</summary>
readonly record struct NamedPlace(City? City, Facility? Facility)
{
    static readonly string[] FacilityKeys = ["id", "facilityCode", "facility"];

    public static NamedPlace Of(HttpRequest request, Inventory inventory)
    {
        var city = CityCode.TryParse(request.RouteValues["code"] as string ?? "", out var code) && inventory.TryGet(code, out var known) ? known : null;
        var named = request.RouteValues["path"] is string stream
            ? stream.Split('/') is ["facility" or "room" or "rack", var part, ..] ? part : null
            : FacilityKeys.Select(key => request.RouteValues[key] as string).FirstOrDefault(value => value is not null);
        return new(city, FacilityId.TryParse(named ?? "", out var id) && inventory.TryGet(id, out var facility) ? facility : null);
    }
}
