using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace DcOps.Simulator.Running;

/// <summary>One line per message, for a person at a terminal: the hour and the sentence.</summary>
public sealed class PlainConsole(TimeProvider time) : ConsoleFormatter(Title)
{
    public const string Title = "plain";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var level = logEntry.LogLevel >= LogLevel.Warning ? $"{logEntry.LogLevel}: " : "";
        var text = logEntry.Formatter(logEntry.State, logEntry.Exception);
        textWriter.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time.GetLocalNow():HH:mm:ss} {level}{text}"));
        if (logEntry.Exception is { } exception)
            textWriter.WriteLine(exception);
    }
}
