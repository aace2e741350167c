using DcOps.Domain.Csv;
using DcOps.Domain.PowerChain;
using DcOps.Simulator.Devices;
using DcOps.Simulator.Faults;
using DcOps.Simulator.Layout;
using DcOps.Simulator.Model;
using DcOps.Simulator.Sites;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Benchmarks.AlarmScenarios;

/// <summary>A small province of the simulator on a clock of its own, and the chain that it declares.</summary>
sealed class PlayedSites
{
    /// <summary>A cloud site, an AI site and an old cloud site.</summary>
    const int Facilities = 3;

    static readonly DateTimeOffset Start = new(2026, 6, 10, 2, 0, 0, TimeSpan.Zero);

    public PlayedSites(ulong seed, int racks)
    {
        Time = new(Start);
        Province = new(ProvinceGenerator.Generate(new(Facilities, racks), seed), Start);
        Devices = new(Province, Time);
        Broken = new(Province, path: null);
        Faults = new(Province, Devices, Time, Broken);
        List<CsvFault> faults = [];
        Chain = ChainImport.FromCsv(ChainTable.File, ChainTable.Of(Province.Plan), faults)
            ?? throw new FormatException(string.Join('\n', faults));
    }

    public FakeTimeProvider Time { get; }

    public DateTimeOffset Now => Time.GetUtcNow();

    public ProvinceModel Province { get; }

    public DeviceCatalog Devices { get; }

    public FaultJournal Broken { get; }

    public FaultBoard Faults { get; }

    public DependencyGraph Chain { get; }

    public void Play(ScenarioRequest scenario)
    {
        if (scenario.Name.Length == 0)
            return;

        foreach (var fault in ScenarioBook.Of(scenario, Province))
            Faults.Put(fault);
    }

    public void Pass(TimeSpan span)
    {
        Time.Advance(span);
        Faults.Expire();
        Province.Advance(Now);
    }
}
