namespace DcOps.Silo.Host.Composition;

/// <summary>What a person at a terminal reads: one line an event, our own transitions, and of the frameworks only what is wrong.</summary>
public static class PlainLog
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
        // The actor runtime warns of every slow start of a machine that others use too.
        logging.AddFilter("Orleans", LogLevel.Error);
    }
}
