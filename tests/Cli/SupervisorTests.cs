using System.Diagnostics;
using ChatRoom.Cli.Serve;
using ChatRoom.Testing;

namespace ChatRoom.Cli.Tests;

/// <summary>What a supervisor such as systemd hears on a real datagram socket. Paces are short, and nothing depends on how short.</summary>
public sealed class SupervisorTests
{
    private readonly Dictionary<string, string> _environment = [];
    private readonly WrittenLines _errors = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_hears_of_the_start_and_of_the_end(bool isAbstract)
    {
        using var listening = new ListeningSupervisor(isAbstract);
        using var supervisor = Supervised(listening);

        supervisor.Ready("listening on 127.0.0.1:6667", Alive);
        Assert.Equal("READY=1\nSTATUS=listening on 127.0.0.1:6667", await listening.Next());
        supervisor.Stopping();
        Assert.Equal("STOPPING=1\nSTATUS=stopping: everybody is told", await listening.Next());
    }

    [Fact]
    public async Task A_reload_has_its_moment_and_is_over_when_it_is_done()
    {
        using var listening = new ListeningSupervisor();
        using var supervisor = Supervised(listening);
        var before = Microseconds();

        var done = new TaskCompletionSource();
        var reload = supervisor.Reload(() => done.Task);

        var lines = (await listening.Next()).Split('\n');
        Assert.Equal("RELOADING=1", lines[0]);
        Assert.InRange(long.Parse(lines[1]["MONOTONIC_USEC=".Length..]), before, Microseconds());
        // Whatever is heard before the end was said before the end.
        supervisor.Failed("not yet");
        Assert.Equal("STATUS=not yet", await listening.Next());
        done.SetResult();
        await reload;
        Assert.Equal("READY=1", await listening.Next());
    }

    [Fact]
    public async Task It_hears_that_the_server_lives_as_long_as_it_does()
    {
        using var listening = new ListeningSupervisor();
        _environment["WATCHDOG_USEC"] = "10000";
        _environment["WATCHDOG_PID"] = $"{Environment.ProcessId}";
        using var supervisor = Supervised(listening);
        var sign = Task.CompletedTask;

        supervisor.Ready("", () => Volatile.Read(ref sign));
        await listening.Next();
        Assert.Equal("WATCHDOG=1", await listening.Next());
        Assert.Equal("WATCHDOG=1", await listening.Next());

        var hung = new TaskCompletionSource();
        Volatile.Write(ref sign, hung.Task);
        Assert.StartsWith("error: no sign of life for ", await _errors.Next());
        supervisor.Failed("from here on");
        while (await listening.Next() is not "STATUS=from here on") { }
        supervisor.Failed("and still nothing");
        Assert.Equal("STATUS=and still nothing", await listening.Next());

        hung.SetResult();
        Assert.Equal("WATCHDOG=1", await listening.Next());
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("10000", "1")]
    public async Task Who_watches_over_nobody_or_over_another_process_hears_no_sign_of_life(string? microseconds, string? process)
    {
        using var listening = new ListeningSupervisor();
        _environment["WATCHDOG_USEC"] = microseconds ?? "";
        _environment["WATCHDOG_PID"] = process ?? "";
        using var supervisor = Supervised(listening);

        supervisor.Ready("", () => throw new InvalidOperationException("Nobody asked for this."));
        await listening.Next();
        supervisor.Stopping();
        Assert.StartsWith("STOPPING=1", await listening.Next());
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("1999")]
    [InlineData("86400000001")]
    public async Task A_watchdog_that_makes_no_sense_is_named(string microseconds)
    {
        using var listening = new ListeningSupervisor();
        _environment["WATCHDOG_USEC"] = microseconds;
        using var supervisor = Supervised(listening);
        Assert.StartsWith($"warning: WATCHDOG_USEC '{microseconds}' is no number of microseconds from 2000 to 86400000000", await _errors.Next());
    }

    [Theory]
    [InlineData("run/notify")]
    [InlineData("/")]
    [InlineData("vsock:2:1")]
    [InlineData("/a/very/long/name/a/very/long/name/a/very/long/name/a/very/long/name/a/very/long/name/a/very/long/name/a/very/long/name")]
    public async Task A_socket_that_can_not_be_is_named(string socket)
    {
        _environment["NOTIFY_SOCKET"] = socket;
        using var supervisor = Supervised(null);
        supervisor.Ready("", Alive);
        Assert.StartsWith($"warning: NOTIFY_SOCKET '{socket}' can't be used: ", await _errors.Next());
    }

    [Fact]
    public async Task A_supervisor_that_is_gone_is_complained_about_once_and_holds_nobody_up()
    {
        _environment["NOTIFY_SOCKET"] = "/nobody/listens/here";
        using var supervisor = Supervised(null);

        supervisor.Ready("", Alive);
        supervisor.Stopping();

        Assert.StartsWith("warning: the supervisor can't be told anything: ", await _errors.Next());
        Assert.Equal(0, _errors.Count);
    }

    [Fact]
    public void Without_a_supervisor_nothing_is_said()
    {
        using var supervisor = Supervised(null);
        supervisor.Ready("", Alive);
        supervisor.Stopping();
        Assert.Equal(0, _errors.Count);
    }

    private static Task Alive() => Task.CompletedTask;

    private static long Microseconds() => Stopwatch.GetTimestamp() / (Stopwatch.Frequency / 1_000_000);

    private Supervisor Supervised(ListeningSupervisor? by)
    {
        if (by is not null)
            _environment["NOTIFY_SOCKET"] = by.Name;
        return new Supervisor(_environment.GetValueOrDefault, Environment.ProcessId, TimeProvider.System, _errors);
    }
}
