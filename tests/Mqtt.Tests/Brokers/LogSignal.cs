using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace DcOps.Collectors.Mqtt.Tests.Brokers;

/// <summary>A log that a test waits on: every line may have changed what it waits for.</summary>
sealed class LogSignal : ILoggerProvider
{
    readonly ConcurrentQueue<string> _lines = new();
    readonly SemaphoreSlim _written = new(0);

    public string Text => string.Join('\n', _lines);

    public async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            if (!await _written.WaitAsync(TimeSpan.FromSeconds(60), Patience.Token))
                throw new TimeoutException($"What the test waits for did not happen; the log says:\n{Text}");
        }
    }

    public ILogger CreateLogger(string categoryName) => new Lines(this);

    public void Dispose() => _written.Dispose();

    sealed class Lines(LogSignal signal) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            signal._lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception?.Message}");
            signal._written.Release();
        }
    }
}
