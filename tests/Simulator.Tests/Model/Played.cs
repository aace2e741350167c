using DcOps.Simulator.Devices;
using DcOps.Simulator.Faults;
using DcOps.Simulator.Layout;
using DcOps.Simulator.Model;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Simulator.Tests.Model;

/// <summary>A small province on a clock that only the test moves.</summary>
sealed class Played
{
    public const ulong Seed = 7;

    public static readonly DateTimeOffset Start = new(2026, 11, 22, 15, 0, 0, TimeSpan.Zero);

    public Played(ulong seed = Seed, int facilities = 6, int racks = 120, DateTimeOffset? startsAt = null)
    {
        Time = new(startsAt ?? Start);
        Province = new(ProvinceGenerator.Generate(new(facilities, racks), seed), Time.GetUtcNow());
        Devices = new(Province, Time);
        Journal = new(Province, path: null);
        Faults = new(Province, Devices, Time, Journal);
    }

    public FakeTimeProvider Time { get; }

    public ProvinceModel Province { get; }

    public DeviceCatalog Devices { get; }

    public FaultJournal Journal { get; }

    public FaultBoard Faults { get; }

    /// <summary>Moves the clock, then runs the model up to it.</summary>
    public void Pass(TimeSpan span)
    {
        Time.Advance(span);
        Faults.Expire();
        Province.Advance(Time.GetUtcNow());
    }

    public TDevice Device<TDevice>(string location, string name)
        where TDevice : SimulatedDevice =>
        Devices.TryGet(Domain.Topology.Location.Parse(location), name, out var device)
            ? (TDevice)device
            : throw new InvalidOperationException($"no {name} at {location}");
}
