using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DcOps.Domain.Configuration;

/// <summary>The command line that every DcOps host takes.</summary>
/// <param name="Config">Path of the configuration file.</param>
/// <param name="Data">Folder in which the process keeps everything.</param>
/// <param name="Port">TCP port of the pages, metrics and health; 0 lets the system choose.</param>
/// <param name="CheckOnly">Validate the configuration and exit.</param>
public sealed record HostArguments(string Config, string Data, int Port, bool CheckOnly)
{
    public const string Usage = "--config FILE [--data DIR] [--port N] [--check]";

    /// <summary>Reads the command line; null with the reason when it is not of the form of <see cref="Usage"/>.</summary>
    public static HostArguments? TryParse(IReadOnlyList<string> arguments, int defaultPort, [NotNullWhen(false)] out string? reason)
    {
        var read = new HostArguments("", "data", defaultPort, CheckOnly: false);
        reason = null;
        for (var index = 0; index < arguments.Count && reason is null; index++)
        {
            var option = arguments[index];
            if (option == "--check")
            {
                read = read with { CheckOnly = true };
                continue;
            }

            if (option is not ("--config" or "--data" or "--port"))
                reason = $"'{option}' is not an option; the form is {Usage}.";
            else if (index + 1 == arguments.Count)
                reason = $"{option} needs a value.";
            else
                read = read.With(option, arguments[++index], out reason);
        }

        if (reason is null && read.Config.Length == 0)
            reason = $"--config is missing; the form is {Usage}.";
        return reason is null ? read : null;
    }

    HostArguments With(string option, string value, out string? reason)
    {
        reason = null;
        switch (option)
        {
            case "--config":
                return this with { Config = value };
            case "--data":
                return this with { Data = value };
            default:
                if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535)
                    return this with { Port = port };

                reason = $"--port {value}: a port is a number from 0 to 65535.";
                return this;
        }
    }
}
