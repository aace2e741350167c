namespace DcOps.Benchmarks.Outage;

/// <summary>A cut to play.</summary>
/// <param name="Interval">Between two samples of a rack.</param>
/// <param name="Cut">How long nothing is delivered, in the site's time.</param>
/// <param name="BatchesPerSecond">Cap of the backlog's rate.</param>
/// <param name="WindowBytes">Batches kept in memory beside the disk.</param>
sealed record OutageOptions(int Racks, TimeSpan Interval, TimeSpan Cut, int BatchesPerSecond, int WindowBytes = 32 << 20)
{
    public static OutageOptions Parse(string[] line)
    {
        var options = new OutageOptions(5_000, TimeSpan.FromSeconds(60), TimeSpan.FromHours(24), 30_000);
        for (var at = 0; at + 1 < line.Length; at += 2)
        {
            var number = int.Parse(line[at + 1], System.Globalization.CultureInfo.InvariantCulture);
            options = line[at] switch
            {
                "--racks" => options with { Racks = number },
                "--interval" => options with { Interval = TimeSpan.FromSeconds(number) },
                "--hours" => options with { Cut = TimeSpan.FromHours(number) },
                "--rate" => options with { BatchesPerSecond = number },
                _ => throw new FormatException($"'{line[at]}' is not one of --racks, --interval (s), --hours, --rate (batches/s)."),
            };
        }

        return options;
    }
}
