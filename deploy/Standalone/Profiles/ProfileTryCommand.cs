using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Snmp.Trying;
using DcOps.Domain.Configuration;

namespace DcOps.Standalone.Profiles;

/// <summary>Prints what a profile reads from a live device.</summary>
static class ProfileTryCommand
{
    const int Failed = 1;
    const int WrongLine = 2;

    /// <returns>0 when the device was read, 1 when it was not, 2 when the line or a profile is wrong.</returns>
    public static async Task<int> RunAsync(string[] line, TextWriter output, TextWriter errors)
    {
        if (ProfileTryArguments.TryParse(line, out var reason) is not { } arguments)
        {
            await errors.WriteLineAsync($"{reason}{Environment.NewLine}{ProfileTryArguments.Usage}");
            return WrongLine;
        }

        try
        {
            var trial = new ProfileTrial(ProfileLibrary.Load(arguments.Folder), TimeProvider.System);
            return await PrintAsync(await trial.RunAsync(arguments.Target, arguments.Profile, arguments.Timeout), output, errors);
        }
        catch (ConfigurationException wrong)
        {
            await errors.WriteLineAsync(wrong.Message);
            return WrongLine;
        }
    }

    static async Task<int> PrintAsync(TrialOutcome outcome, TextWriter output, TextWriter errors)
    {
        if (outcome is not TrialOutcome.Read read)
        {
            await errors.WriteLineAsync(((TrialOutcome.Failed)outcome).Reason);
            return Failed;
        }

        foreach (var text in TrialReport.Of(read))
            await output.WriteLineAsync(text);
        return 0;
    }
}
