using System.Globalization;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Snmp.Discovery;
using DcOps.Domain.Configuration;

namespace DcOps.Standalone;

/// <summary>
/// <c>discover</c>: sweeps subnets and prints what answers, ready to be copied into a configuration once a person has said
/// where each device is. Nothing is added and nothing is written to a device. Ends with 0, or 2 when the line or the file is wrong.
/// </summary>
static class DiscoverCommand
{
    const int WrongLine = 2;

    public static async Task<int> RunAsync(
        string[] line, TimeProvider time, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        try
        {
            var arguments = DiscoverArguments.Parse(line);
            var profiles = ProfileLibrary.Load(ProfileLibrary.StandardFolder);
            var sweep = DiscoverySweep.Of(
                arguments.Config, await File.ReadAllTextAsync(arguments.Config, cancellationToken), profiles, arguments.Sweep, time);
            var found = new List<FoundDevice>();
            await foreach (var device in sweep.FindAsync(arguments.Subnets, new ProgressLine(errors), cancellationToken))
                found.Add(device);
            await errors.WriteLineAsync();
            await PrintAsync(found, output);
            return 0;
        }
        catch (Exception fault) when (fault is FormatException or ConfigurationException or IOException)
        {
            await errors.WriteLineAsync(fault.Message);
            return WrongLine;
        }
    }

    static async Task PrintAsync(List<FoundDevice> found, TextWriter output)
    {
        await output.WriteLineAsync("address | credentials | profile | sysName | sysObjectID | sysDescr");
        foreach (var device in found.OrderBy(device => device.Address.Address.ToString().Split('.').Select(int.Parse).Aggregate(0L, (sum, part) => (sum << 8) + part)))
        {
            var profile = device.Refusal is { } refusal ? $"refused: {refusal}" : device.Profile ?? "none recognises it";
            await output.WriteLineAsync(
                $"{device.Address} | {device.Credentials} | {profile} | {device.SystemName} | {device.SystemObjectId} | {OneLine(device.SystemDescription)}");
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{found.Count} agents, {found.Count(device => device.Profile is not null)} with a profile, {found.Count(device => device.Refusal is not null)} refused. Nothing has been added."));
    }

    // What a device says of itself goes to a terminal.
    static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));

    sealed class ProgressLine(TextWriter errors) : IProgress<SweepProgress>
    {
        const int Steps = 100;
        readonly Lock _lock = new();
        int _shown = -1;

        public void Report(SweepProgress value)
        {
            lock (_lock)
            {
                var step = value.Done * Steps / value.Addresses;
                if (step <= _shown)
                    return;

                _shown = step;
                errors.Write(string.Create(CultureInfo.InvariantCulture, $"\r{value.Done} of {value.Addresses} addresses, {value.Found} answer"));
            }
        }
    }
}
