using System.Diagnostics.CodeAnalysis;
using DcOps.Simulator.Layout;

namespace DcOps.Simulator.Options;

/// <summary>The command line of a simulator that plays.</summary>
/// <param name="Data">Folder in which it keeps its state.</param>
/// <param name="Site">Where it writes the configuration of the sites it plays.</param>
/// <param name="Broker">MQTT broker to publish to.</param>
/// <param name="SnmpPort">UDP port of every played device, each at an address of its own.</param>
/// <param name="ControlPort">TCP port for faults and the ground truth; 0 lets the system choose.</param>
public sealed record SimulatorArguments(
    LayoutSize Size, ulong Seed, string Data, string Site, BrokerAddress Broker, int SnmpPort, int ControlPort)
{
    public const int DefaultControlPort = 8661;

    public const string Usage =
        """
        DcOps.Simulator [options]        plays a province of data centres: SNMP agents and MQTT meters over a physical model
          --scale N             1 = 6 data centres, 600 racks (default 1)
          --facilities N        data centres, instead of --scale
          --racks N             racks of the province, instead of --scale
          --seed N              another province of the same size (default 1)
          --data DIR            where registers and faults are kept between runs (default data/simulator)
          --site FILE           where the sites' configuration is written (default site.json in the data folder)
          --broker HOST:PORT    MQTT broker of the meters (default 127.0.0.1:18830)
          --snmp-port N         UDP port of the devices, at 127.16.0.1 and above (default 16161)
          --control-port N      TCP port for faults and the ground truth, on 127.0.0.1 (default 8661)
        DcOps.Simulator fault --help     gives the running simulator a fault
        DcOps.Simulator scenario --help  plays what people call it: a breaker trips, cooling stops, a line is cut
        DcOps.Simulator year --help      plays a past year at once and writes its readings
        """;

    static readonly SimulatorArguments Default = new(
        LayoutSize.Default, Seed: 1, Path.Combine("data", "simulator"), "", new("127.0.0.1", 18830), 16161, DefaultControlPort);

    /// <summary>Null with the reason when the line is not of the form of <see cref="Usage"/>.</summary>
    public static SimulatorArguments? TryParse(IReadOnlyList<string> line, [NotNullWhen(false)] out string? reason)
    {
        var read = Default;
        reason = line.Count % 2 == 0 ? null : $"{line[^1]} needs a value, or is not an option.";
        for (var index = 0; index + 1 < line.Count && reason is null; index += 2)
            read = read.With(line[index], line[index + 1], out reason);

        reason ??= read.Size.Fault is { } fault ? $"{fault}." : null;
        if (reason is not null)
            return null;

        return read.Site.Length > 0 ? read : read with { Site = Path.Combine(read.Data, "site.json") };
    }

    SimulatorArguments With(string option, string value, out string? reason)
    {
        reason = null;
        switch (option)
        {
            case "--scale":
                var scale = OptionNumber.Read(option, value, 1, 216, ref reason);
                return this with { Size = new((int)scale * LayoutSize.Default.Facilities, (int)scale * LayoutSize.Default.Racks) };
            case "--facilities":
                return this with { Size = Size with { Facilities = (int)OptionNumber.Read(option, value, 1, LayoutSize.MostFacilities, ref reason) } };
            case "--racks":
                return this with { Size = Size with { Racks = (int)OptionNumber.Read(option, value, 1, LayoutSize.MostRacks, ref reason) } };
            case "--seed":
                return this with { Seed = (ulong)OptionNumber.Read(option, value, 0, long.MaxValue, ref reason) };
            case "--data":
                return this with { Data = value };
            case "--site":
                return this with { Site = value };
            case "--broker":
                if (!BrokerAddress.TryParse(value, out var broker))
                    reason = $"--broker {value}: a broker is HOST:PORT, as in 127.0.0.1:18830.";
                return this with { Broker = broker ?? Broker };
            case "--snmp-port":
                return this with { SnmpPort = (int)OptionNumber.Read(option, value, 1, 65_535, ref reason) };
            case "--control-port":
                return this with { ControlPort = (int)OptionNumber.Read(option, value, 0, 65_535, ref reason) };
            default:
                reason = $"'{option}' is not an option.";
                return this;
        }
    }
}
