using System.Net;

namespace DcOps.Benchmarks.Snmp;

/// <summary>One fault of the network after the other, by a relay of our own.</summary>
static class LossyPhases
{
    static readonly TimeSpan None = TimeSpan.Zero;

    static readonly (string Name, Impairment Impairment)[] Phases =
    [
        ("no fault", default),
        ("10 % loss each way", new(0.1, 0, 0, None, None)),
        ("30 % doubled", new(0, 0.3, 0, None, None)),
        ("half reordered, 20 ms", new(0, 0, 0.5, TimeSpan.FromMilliseconds(20), None)),
        ("2 s delay to and fro together", new(0, 0, 0, TimeSpan.FromSeconds(1), None)),
        ("2 s delay each way", new(0, 0, 0, TimeSpan.FromSeconds(2), None)),
        ("10 % loss, 10 % doubled, 25 % reordered, 500 ms ± 400 ms", new(0.1, 0.1, 0.25, TimeSpan.FromMilliseconds(500), TimeSpan.FromMilliseconds(400))),
    ];

    /// <returns>0 when no value was wrong.</returns>
    public static async Task<int> PrintAsync(int devices, int seconds)
    {
        await using var agents = await Agents.StartAsync(devices);
        var code = 0;
        foreach (var (name, impairment) in Phases)
        {
            using var relay = new Relay(devices, Front, Agents.AddressOf, impairment);
            Console.Write($"{name}: ");
            code |= await LossyNetwork.PrintAsync(Front(0), devices, seconds);
        }

        return code;
    }

    static IPEndPoint Front(int device) => new(new IPAddress([127, 201, (byte)(device >> 8), (byte)(device & 255)]), Agents.Port + 1);
}
