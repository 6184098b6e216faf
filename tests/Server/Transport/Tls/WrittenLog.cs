using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Server.Tests.Transport.Tls;

/// <summary>What an operator would have read.</summary>
internal sealed class WrittenLog : ILogger
{
    private readonly ConcurrentQueue<string> _lines = [];

    /// <summary>All but what is for those who look for faults.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            _lines.Enqueue(formatter(state, exception));
    }
}
