using System.Globalization;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Cli;

/// <summary>Logs on stderr, one entry a line, for people or for programs. Of Kestrel only what is wrong.</summary>
internal sealed class StderrLogs(bool isJson = false, LogLevel least = LogLevel.Information) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) =>
        new Stderr(isJson, categoryName == "ChatRoom" ? least : (LogLevel)Math.Max((int)least, (int)LogLevel.Warning));

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("There is one way to log: stderr.");

    public void Dispose() { }

    /// <summary>What everybody who starts a server reads: for people without time and level, for programs as any other entry.</summary>
    public void Say(LogLevel level, string what) =>
        Console.Error.WriteLine(isJson ? JsonLogLine.Write(TimeProvider.System.GetUtcNow(), Word(level), default, what, null, null) : what);

    /// <summary>An entry for people.</summary>
    public static string Text(DateTimeOffset time, string level, string message, Exception? exception)
    {
        var fault = exception is null ? "" : $": {exception}";
        return $"{time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)} {level} {message}{fault}";
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Critical or LogLevel.Error => "error",
        LogLevel.Warning => "warning",
        LogLevel.Information => "info",
        _ => "debug",
    };

    private sealed class Stderr(bool isJson, LogLevel least) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= least;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
                return;
            var (now, level, message) = (TimeProvider.System.GetUtcNow(), Word(logLevel), formatter(state, exception));
            Console.Error.WriteLine(isJson
                ? JsonLogLine.Write(now, level, eventId, message, state, exception)
                : Text(now, level, message, exception));
        }
    }
}
