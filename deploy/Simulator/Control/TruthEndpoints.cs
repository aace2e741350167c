using DcOps.Domain.Topology;
using DcOps.Simulator.Devices;
using DcOps.Simulator.Model;
using DcOps.Simulator.Physics;
using DcOps.Simulator.Truth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DcOps.Simulator.Control;

/// <summary>The ground truth over HTTP.</summary>
static class TruthEndpoints
{
    const double JoulesOfWattHour = 3_600;
    const double MillijoulesOfWattHour = 3_600_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/truth/energy", Energy);
        routes.MapGet("/truth/power", Power);
        routes.MapGet("/truth/liquid", Liquid);
        routes.MapGet("/truth/rack/{facility}/{room}/{rack}", Rack);
    }

    /// <summary>Over any window of the last 24 hours of the run; without a window, over all that is kept.</summary>
    static Results<Ok<EnergyTruth>, NotFound<string>> Energy(
        string facility, DateTimeOffset? from, DateTimeOffset? to, GroundTruth truth)
    {
        if (!FacilityId.TryParse(facility, out var id) || truth.Of(id) is not { Kept: { } kept } trace)
            return TypedResults.NotFound($"There is no facility '{facility}', or the model has not run yet.");

        var (begin, end) = (from ?? kept.From, to ?? kept.To);
        if (begin >= end || trace.Joules(begin, end) is not { } joules)
            return TypedResults.NotFound($"A window must lie in [{kept.From:O}, {kept.To:O}] and not be empty; this is [{begin:O}, {end:O}].");

        double Of(TruthRole role) => joules[(int)role];
        double? Over(TruthRole role) => Of(role) > 0 ? Of(TruthRole.Utility) / Of(role) : null;
        var wattHours = Enum.GetValues<TruthRole>().ToImmutableDictionary(Kebab, role => Of(role) / JoulesOfWattHour);
        return TypedResults.Ok(new EnergyTruth(facility, begin, end, wattHours, Over(TruthRole.UpsOutput), Over(TruthRole.ItInput)));
    }

    static Results<Ok<PowerTruth>, NotFound<string>> Power(string facility, ProvinceModel province)
    {
        if (!FacilityId.TryParse(facility, out var id) || province.Find(id) is not { } site)
            return TypedResults.NotFound($"There is no facility '{facility}'.");

        var (power, outdoors) = (site.Power, site.Outdoors);
        return TypedResults.Ok(new PowerTruth(
            facility,
            province.Now,
            power.Utility / 1_000.0,
            power.UpsInput / 1_000.0,
            power.UpsOutput / 1_000.0,
            power.ItInput / 1_000.0,
            power.Cooling / 1_000.0,
            power.House / 1_000.0,
            outdoors.DryBulbCelsius,
            outdoors.WetBulbCelsius));
    }

    /// <summary>Every coolant distribution unit of the facility; empty where there is none.</summary>
    static Ok<ImmutableArray<LiquidTruth>> Liquid(string facility, DeviceCatalog devices, TimeProvider time)
    {
        var cdus = FacilityId.TryParse(facility, out var id) ? devices.Of(id).OfType<CduDevice>() : [];
        return TypedResults.Ok(cdus.Select(cdu => (cdu, now: cdu.Measured)).Select(entry => new LiquidTruth(
            entry.cdu.Room.Id.Value, time.GetUtcNow(), entry.cdu.Name, entry.cdu.ItWatts, entry.now.Loop.HeatWatts, LiquidLoop.LiquidShare,
            entry.now.Loop.CubicMetresPerSecond, LiquidLoop.SupplyCelsius, entry.now.Loop.ReturnCelsius, entry.now.Loop.PressurePascals, entry.now.PumpMilliwatts / 1_000.0,
            entry.now.IsLeaking, entry.now.IsPumpStopped)).ToImmutableArray());
    }

    static Results<Ok<RackTruth>, NotFound<string>> Rack(
        string facility, string room, string rack, DeviceCatalog devices, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var path = $"{facility}/{room}/{rack}";
        return RackId.TryParse(path, out var id)
            && devices.TryGet(Location.Of(id), "pdu-a", out var a) && a is RackPduDevice pduA
            && devices.TryGet(Location.Of(id), "pdu-b", out var b) && b is RackPduDevice pduB
                ? TypedResults.Ok(new RackTruth(path, now, [FeedOf(pduA, now), FeedOf(pduB, now)]))
                : TypedResults.NotFound($"There is no rack '{path}'.");
    }

    static FeedTruth FeedOf(RackPduDevice pdu, DateTimeOffset at)
    {
        var (milliwatts, millijoules) = pdu.Site.FeedAt(pdu.Rack, pdu.Feed, at);
        return new(
            pdu.Name,
            milliwatts / 1_000.0,
            millijoules / MillijoulesOfWattHour,
            pdu.Register.CountsAt(millijoules) * (pdu.Register.Form.ResolutionMillijoules / MillijoulesOfWattHour),
            pdu.IsUnpowered);
    }

    static string Kebab(TruthRole role) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString());
}
