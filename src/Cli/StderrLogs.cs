using Microsoft.Extensions.Logging;

namespace ChatRoom.Cli;

/// <summary>Logs for people, one line each on stderr. Of Kestrel only what is wrong.</summary>
internal sealed class StderrLogs : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) =>
        new Stderr(categoryName == "ChatRoom" ? LogLevel.Information : LogLevel.Warning);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("There is one way to log: stderr.");

    public void Dispose() { }

    private sealed class Stderr(LogLevel least) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= least;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
                return;
            var fault = exception is null ? "" : $": {exception}";
            Console.Error.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {Word(logLevel)} {formatter(state, exception)}{fault}");
        }

        private static string Word(LogLevel level) => level switch
        {
            LogLevel.Critical or LogLevel.Error => "error",
            LogLevel.Warning => "warning",
            _ => "info",
        };
    }
}
