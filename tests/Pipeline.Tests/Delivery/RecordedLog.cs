using Microsoft.Extensions.Logging;

namespace DcOps.Collectors.Pipeline.Tests.Delivery;

/// <summary>What was logged, in order.</summary>
sealed class RecordedLog<T> : ILogger<T>
{
    readonly Lock _gate = new();
    readonly List<string> _lines = [];
    readonly List<(string Beginning, TaskCompletionSource Seen)> _awaited = [];

    public ImmutableArray<string> Lines
    {
        get
        {
            lock (_gate)
                return [.. _lines];
        }
    }

    /// <summary>Completes when a line that begins so is logged, or was; fails when none is.</summary>
    public Task UntilAsync(string beginning)
    {
        lock (_gate)
        {
            if (_lines.Exists(line => line.StartsWith(beginning, StringComparison.Ordinal)))
                return Task.CompletedTask;

            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((beginning, seen));
            return seen.Task.WaitAsync(TimeSpan.FromSeconds(20));
        }
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_gate)
        {
            var line = formatter(state, exception);
            _lines.Add(line);
            foreach (var (beginning, seen) in _awaited.Where(entry => line.StartsWith(entry.Beginning, StringComparison.Ordinal)))
                seen.TrySetResult();
        }
    }
}
