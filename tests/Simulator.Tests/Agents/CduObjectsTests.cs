using DcOps.Collectors.Pipeline.Devices;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Collectors.Snmp.Agents;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Domain.Telemetry;
using DcOps.Simulator.Agents;
using DcOps.Simulator.Devices;
using DcOps.Simulator.Faults;
using DcOps.Simulator.Physics;
using DcOps.Simulator.Tests.Model;

namespace DcOps.Simulator.Tests.Agents;

/// <summary>What a polled coolant distribution unit says, read by the product's own profile, is what is true of it.</summary>
public sealed class CduObjectsTests
{
    readonly Played _played = new(facilities: 6, racks: 400);
    readonly CduDevice _cdu;
    readonly IAgentObjects _objects;

    public CduObjectsTests()
    {
        _played.Pass(TimeSpan.FromMinutes(5));
        var (plan, device) = _played.Devices.Snmp.First(entry => entry.Device is CduDevice);
        _cdu = (CduDevice)device;
        _objects = new DeviceFamilies(_played.Time).Of(plan, device);
    }

    [Fact]
    public void Its_loop_its_pumps_and_their_energy_are_the_true_ones()
    {
        var readings = Read();
        var truth = _cdu.Measured;

        Assert.Equal(truth.Loop.HeatWatts, readings["total/cooling-power"], tolerance: 5.1);
        Assert.Equal(truth.Loop.CubicMetresPerSecond, readings["loop-2/liquid-flow"], tolerance: 1e-6);
        Assert.Equal(LiquidLoop.SupplyCelsius, readings["loop-2/supply-temperature"], tolerance: 1e-9);
        Assert.Equal(truth.Loop.ReturnCelsius, readings["loop-2/return-temperature"], tolerance: 0.051);
        Assert.Equal(truth.Loop.PressurePascals, readings["loop-2/differential-pressure"], tolerance: 501);
        Assert.Equal(truth.PumpMilliwatts / 1_000.0, readings["total/active-power"], tolerance: 0.51);
        Assert.Equal(truth.PumpMillijoules / 3_600_000.0, readings["total/active-energy"], tolerance: 1.01);
        Assert.Equal((double)ConditionCode.Ok, readings["leak-5110/condition"]);
        Assert.Equal((double)ConditionCode.Ok, readings["pump-1/condition"]);
    }

    [Fact]
    public void A_leak_and_a_stopped_pump_are_critical()
    {
        _played.Faults.Put(new(FaultKind.Leak, _cdu.Location.Path, _cdu.Name, Feed: null, For: null));
        _played.Faults.Put(new(FaultKind.Pump, _cdu.Location.Path, _cdu.Name, Feed: null, For: null));

        var readings = Read();

        Assert.Equal((double)ConditionCode.Critical, readings["leak-5110/condition"]);
        Assert.Equal((double)ConditionCode.Critical, readings["pump-1/condition"]);
        Assert.Equal((double)ConditionCode.Ok, readings["pump-2/condition"]);
    }

    Dictionary<string, double> Read()
    {
        Assert.True(ProfileLibrary.Load(ProfileLibrary.StandardFolder).TryGet("liebert-gp", out var profile));
        var device = new Device(_cdu.Name, _cdu.Location, profile!, _cdu.Rated.Watts, Collectors.Pipeline.Devices.Feed.None);
        var said = ImmutableArray.CreateBuilder<RawValue>();
        for (var next = _objects.Next(ObjectIdentifier.Parse("1.3")); next is { } found; next = _objects.Next(found.Name))
        {
            var address = found.Name.ToString();
            said.Add(found.Value.ToDouble() is { } number ? RawValue.Of(address, number) : RawValue.Of(address, found.Value.ToString()));
        }

        return new ReadingNormaliser(device).Normalise(new(device, _played.Time.GetUtcNow(), said.DrainToImmutable())).Readings
            .Where(reading => reading.Value is not null)
            .ToDictionary(reading => reading.Point.ToString()[(_cdu.Name.Length + 1)..], reading => reading.Value!.Value, StringComparer.Ordinal);
    }
}
