using DcOps.Simulator.Layout;
using DcOps.Simulator.Model;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Tests.Physics;

/// <summary>Runs sites over spans of a year in steps of an hour: enough for energies, cheap enough for many.</summary>
static class SiteYear
{
    const ulong Seed = 7;

    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(8));

    /// <summary>PUE over [from, from + days), for a site in Nanjing unless said otherwise.</summary>
    public static double Pue(SiteKind kind, double ageYears, int fromDay = 0, int days = 364, string city = "NJ", double fill = 1)
    {
        var energy = Energy(kind, ageYears, fromDay, days, city, fill);
        return (double)energy.Utility / energy.ItInput;
    }

    public static Balance Energy(SiteKind kind, double ageYears, int fromDay = 0, int days = 364, string city = "NJ", double fill = 1)
    {
        var site = new FacilityModel(Plan(kind, ageYears, city) with { Fill = fill }, Seed);
        for (var hour = 0; hour < days * 24; hour++)
            site.Step(Start.AddDays(fromDay).AddHours(hour), 3_600);
        return site.Energy;
    }

    public static FacilityPlan Plan(SiteKind kind, double ageYears, string city = "NJ", int racks = 20)
    {
        var template = ProvinceGenerator.Generate(new(1, racks), Seed).Facilities[0];
        var rooms = RoomGenerator.Generate(template.Id, kind, racks);
        return template with
        {
            Kind = kind,
            Age = new(ageYears),
            Fill = 1,
            City = JiangsuCities.All.Single(entry => entry.City.Code.Value == city),
            Rooms = rooms,
            ItCapacity = new(rooms.Sum(room => room.Racks.Sum(rack => rack.Provisioned.Watts)) * 0.85),
        };
    }
}
