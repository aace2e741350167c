using System.Globalization;
using DcOps.Collectors.Snmp.Discovery;

namespace DcOps.Standalone;

/// <summary>The command line of <c>discover</c>.</summary>
sealed record DiscoverArguments(string Config, AddressList Subnets, SweepOptions Sweep)
{
    public const string Usage =
        """
        discover --config FILE --subnets LIST [--credentials A,B] [--port N] [--rate N] [--timeout SECONDS]
          --config       a configuration whose section snmp has the credentials
          --subnets      10.1.0.0/24,10.2.0.10-10.2.0.20,10.3.0.1
          --credentials  names of the sets to try, in this order (default: all, in the order of the file)
          --port         UDP port (default 161)
          --rate         first questions a second (default 50)
          --timeout      for one answer, each asked twice (default 1)
        """;

    /// <exception cref="FormatException">The line is not of the form of <see cref="Usage"/>.</exception>
    public static DiscoverArguments Parse(string[] line)
    {
        var config = "";
        AddressList? subnets = null;
        var sweep = new SweepOptions();
        for (var index = 0; index < line.Length; index += 2)
        {
            var value = index + 1 < line.Length ? line[index + 1] : throw new FormatException(Usage);
            switch (line[index])
            {
                case "--config":
                    config = value;
                    break;
                case "--subnets":
                    subnets = AddressList.Parse(value);
                    break;
                case "--credentials":
                    sweep = sweep with { Credentials = [.. value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)] };
                    break;
                case "--port":
                    sweep = sweep with { Port = (int)Number("--port", value, 1, 65_535) };
                    break;
                case "--rate":
                    sweep = sweep with { Rate = Number("--rate", value, 0.1, 10_000) };
                    break;
                case "--timeout":
                    sweep = sweep with { Timeout = TimeSpan.FromSeconds(Number("--timeout", value, 0.05, 60)) };
                    break;
                default:
                    throw new FormatException($"'{line[index]}' is not an option.\n{Usage}");
            }
        }

        return config.Length > 0 && subnets is not null ? new(config, subnets, sweep) : throw new FormatException(Usage);
    }

    static double Number(string option, string text, double least, double most) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new FormatException(FormattableString.Invariant($"{option} {text}: a number from {least} to {most}."));
}
