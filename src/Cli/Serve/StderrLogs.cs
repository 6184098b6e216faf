using System.Globalization;
using ChatRoom.Client.Text;
using ChatRoom.Server;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Cli.Serve;

/// <summary>
/// Logs on stderr, one entry a line, for people or for programs. Of Kestrel only what is wrong. This is the one place where logs are
/// written, so here strangers' names and words are made harmless, and nobody waits for their reader.
/// </summary>
internal sealed class StderrLogs : ILoggerFactory
{
    private readonly bool _isJson;
    private readonly bool _isQuiet;
    private volatile int _least;
    private readonly LogQueue _queue;

    /// <param name="isQuiet">A person looks at it, to whom it says nothing that a start went well.</param>
    public StderrLogs(bool isJson = false, LogLevel least = LogLevel.Information, bool isQuiet = false)
    {
        (_isJson, _least, _isQuiet) = (isJson, (int)least, isQuiet);
        _queue = new LogQueue(() => Console.Error, lost => Entry(
            LogLevel.Warning, LogEvents.LogLost, $"{lost} lines of the log are missing here: they came faster than they were read", null, null));
    }

    /// <summary>Lines that nobody will ever read.</summary>
    public long Lost => _queue.Lost;

    /// <summary>The least that is logged; it can change while the server runs.</summary>
    public LogLevel Least
    {
        get => (LogLevel)_least;
        set => _least = (int)value;
    }

    public ILogger CreateLogger(string categoryName) =>
        new Stderr(this, categoryName == "ChatRoom" ? LogLevel.Trace : LogLevel.Warning);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("There is one way to log: stderr.");

    public void Dispose() => _queue.Dispose();

    /// <summary>
    /// What everybody who starts a server reads: for people without time and level, for programs as any other entry. It is there when
    /// this returns, unless nobody reads; false if it could not be written, because the terminal is gone.
    /// </summary>
    public bool Say(LogLevel level, EventId id, string what)
    {
        var failures = _queue.Failures;
        _queue.Add(_isJson ? Entry(level, id, what, null, null) : TerminalText.SanitizeLines(what));
        _queue.Flush();
        return _queue.Failures == failures;
    }

    /// <summary>An entry for people. What goes on in a second line is indented, so that it can't be taken for an entry.</summary>
    public static string Text(DateTimeOffset time, string level, string message, Exception? exception)
    {
        var fault = exception is null ? "" : $": {TerminalText.SanitizeLines(exception.ToString()).Replace("\n", "\n  ", StringComparison.Ordinal)}";
        return $"{time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)} {level} {TerminalText.Sanitize(message)}{fault}";
    }

    private string Entry(LogLevel level, EventId id, string message, object? state, Exception? exception)
    {
        var now = TimeProvider.System.GetUtcNow();
        return _isJson ? JsonLogLine.Write(now, Word(level), id, message, state, exception) : Text(now, Word(level), message, exception);
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Critical or LogLevel.Error => "error",
        LogLevel.Warning => "warning",
        LogLevel.Information => "info",
        _ => "debug",
    };

    private sealed class Stderr(StderrLogs logs, LogLevel least) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= least && logLevel >= logs.Least;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel) && !(logs._isQuiet && eventId == LogEvents.Recovered))
                logs._queue.Add(logs.Entry(logLevel, eventId, formatter(state, exception), state, exception));
        }
    }
}
