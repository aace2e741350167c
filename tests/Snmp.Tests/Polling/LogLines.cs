using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace DcOps.Collectors.Snmp.Tests.Polling;

/// <summary>A log that the test reads.</summary>
sealed class LogLines : ILoggerFactory, ILogger
{
    readonly ConcurrentQueue<(LogLevel Level, string Line)> _lines = new();

    public IEnumerable<string> Lines => _lines.Select(entry => entry.Line);

    public IEnumerable<string> Warnings => _lines.Where(entry => entry.Level == LogLevel.Warning).Select(entry => entry.Line);

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue((logLevel, formatter(state, exception)));

    public void Dispose()
    {
    }
}
