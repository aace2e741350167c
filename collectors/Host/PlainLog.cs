namespace DcOps.Collectors.Host;

/// <summary>What a person at a terminal reads: one line an event, our own transitions, and of the frameworks only what is wrong.</summary>
static class PlainLog
{
    public static void Configure(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(options =>
        {
            options.SingleLine = true;
            options.TimestampFormat = "HH:mm:ss ";
        });
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter("DcOps", LogLevel.Information);
        // The address it listens on, and that it stops: of a process without pages nothing else says so.
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
    }
}
