using ChatRoom.Journal;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Simulation.Tests.Machines;

/// <summary>Reads what a server would tell its operator: an exception there that is not a journal's is a bug in the server.</summary>
public sealed class MachineLog(Machine server) : ILogger
{
    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;
        server.Simulator.Trace?.Add($"    {server}: {formatter(state, exception)}");
        if (exception is not null and not JournalLostException && !server.IsDoomed)
            server.Simulator.Chronicle.Faults.Add($"{server} logged: {formatter(state, exception)} {exception}");
    }
}
