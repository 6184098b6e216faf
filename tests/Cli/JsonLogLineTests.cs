using System.Text.Json;
using ChatRoom.Cli.Serve;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Cli.Tests;

public sealed class JsonLogLineTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 14, 0, 0, 7, TimeSpan.FromHours(2));

    [Fact]
    public void An_entry_is_one_object_with_what_it_was_made_from() => Assert.Equal(
        """{"time":"2026-01-01T12:00:00.007Z","level":"debug","event":"connected","message":"Connection 7 from ::1","connection":7,"address":"::1"}""",
        Log(new EventId(1, "connected"), null, "Connection {Connection} from {Address}", 7L, "::1"));

    [Fact]
    public void Values_keep_their_kind() => Assert.Equal(
        """{"time":"2026-01-01T12:00:00.007Z","level":"debug","message":"True (null) 0.5 NaN 1.00:00:00","yes":true,"nothing":null,"half":0.5,"odd":"NaN","day":"1.00:00:00"}""",
        Log(default, null, "{Yes} {Nothing} {Half} {Odd} {Day}", true, null, 0.5, double.NaN, TimeSpan.FromDays(1)));

    [Fact]
    public void A_value_never_takes_the_place_of_a_field() => Assert.Equal(
        """{"time":"2026-01-01T12:00:00.007Z","level":"debug","message":"1 2 3","message_":1,"level_":2,"time_":3}""",
        Log(default, null, "{Message} {Level} {Time}", 1, 2, 3));

    [Fact]
    public void An_exception_stays_in_its_line()
    {
        var line = Log(default, new InvalidOperationException("first\nsecond"), "It failed");

        Assert.DoesNotContain('\n', line);
        using var read = JsonDocument.Parse(line);
        Assert.Equal("System.InvalidOperationException: first\nsecond", read.RootElement.GetProperty("exception").GetString());
    }

    [Fact]
    public void What_came_from_the_network_stays_in_its_string()
    {
        var hostile = "\",\"level\":\"info\"}\r\n\u001b[2J\u009b\ud800";

        var line = Log(default, null, "{Why}", hostile);

        Assert.DoesNotContain(line, char.IsControl);
        using var read = JsonDocument.Parse(line);
        Assert.Equal("debug", read.RootElement.GetProperty("level").GetString());
        Assert.Equal(hostile.Replace('\ud800', '\ufffd'), read.RootElement.GetProperty("why").GetString());
    }

    private static string Log(EventId id, Exception? exception, string template, params object?[] values)
    {
        var lines = new Lines();
#pragma warning disable CA2254 // The template is what is tested here.
        lines.Log(LogLevel.Debug, id, exception, template, values);
#pragma warning restore CA2254
        return Assert.Single(lines.Written);
    }

    private sealed class Lines : ILogger
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add(JsonLogLine.Write(Noon, "debug", eventId, formatter(state, exception), state, exception));
    }
}
