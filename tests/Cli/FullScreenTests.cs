using System.Net;
using ChatRoom.Cli.Demo;
using ChatRoom.Client.Protocol;
using ChatRoom.Tui.Loop;
using ChatRoom.Tui.Settings;
using ChatRoom.Tui.Tests;

namespace ChatRoom.Cli.Tests;

/// <summary>The whole client but for its driver, in the room of the demo.</summary>
public sealed class FullScreenTests : IAsyncLifetime, IDisposable
{
    private readonly DirectoryInfo _config = Directory.CreateTempSubdirectory("chatroom-config-");
    private readonly StringWriter _error = new();
    private readonly WatchedScreen _screen = new(100, 30);
    private DemoRoom _room = null!;

    public async Task InitializeAsync() => _room = await DemoRoom.Open(TimeProvider.System, CancellationToken.None);

    public async Task DisposeAsync() => await _room.DisposeAsync();

    public void Dispose()
    {
        _config.Delete(recursive: true);
        _error.Dispose();
    }

    [Fact]
    public async Task One_comes_sees_what_was_said_says_something_and_leaves()
    {
        var running = Run(_room.EndPoint.Port, hasNick: true);

        await _screen.Sees("Hello, Duy!");
        await _screen.Sees("ChatRoom demo");
        _screen.Type("hello you two");
        _screen.Press("Enter");
        // Faint at first, until it is kept.
        await _screen.Sees(
            picture => picture.Split('\n').Any(row => row.Contains("Mai hello you two", StringComparison.Ordinal) && !row.Contains('…')), "the line, kept");
        await _screen.Sees("Hello, Mai!");
        _screen.Press("Ctrl+Q");

        Assert.Equal(ScreenEnd.Left, await running);
        Assert.True(_screen.IsGivenBack);
        Assert.Empty(_error.ToString());
        Assert.Contains($"\"Port\":{_room.EndPoint.Port}", File.ReadAllText(Path.Combine(_config.FullName, "servers")));
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_can_be_mended_there()
    {
        using var nobody = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        nobody.Start();
        var port = ((IPEndPoint)nobody.LocalEndpoint).Port;
        nobody.Stop();
        var running = Run(port, hasNick: true);

        await _screen.Sees("nobody listens there; is the server running?");
        _screen.Press("Ctrl+U");
        _screen.Type($"{_room.EndPoint.Port}");
        _screen.Press("Enter");
        await _screen.Sees("Hello, Duy!");
        _screen.Press("Ctrl+Q");

        Assert.Equal(ScreenEnd.Left, await running);
    }

    [Fact]
    public async Task Without_a_nickname_one_is_asked_and_may_go_away_again()
    {
        var running = Run(_room.EndPoint.Port, hasNick: false);

        await _screen.Sees("Where to, and as whom?");
        _screen.Press("Ctrl+Q");

        Assert.Equal(ScreenEnd.Left, await running);
    }

    [Fact]
    public async Task Who_ends_the_program_from_outside_makes_it_say_goodbye()
    {
        using var interrupted = new CancellationTokenSource();
        var running = Run(_room.EndPoint.Port, hasNick: true, interrupted: interrupted.Token);

        await _screen.Sees("Hello, Duy!");
        await interrupted.CancelAsync();

        Assert.Equal(ScreenEnd.Interrupted, await running);
        Assert.True(_screen.IsGivenBack);
    }

    [Fact]
    public async Task A_bug_gives_the_terminal_back_and_leaves_a_log()
    {
        var running = Run(_room.EndPoint.Port, hasNick: true);
        await _screen.Sees("Hello, Duy!");
        _screen.IsBroken = true;
        _screen.Type("x");

        Assert.Equal(ScreenEnd.Failed, await running);
        Assert.True(_screen.IsGivenBack);
        var log = Assert.Single(Directory.GetFiles(Path.Combine(_config.FullName, "chatroom"), "crash-*.log"));
        Assert.Contains($"please report it with {log}: the screen is broken", _error.ToString());
        Assert.Contains("System.InvalidOperationException", File.ReadAllText(log));
    }

    [Fact]
    public async Task Two_servers_are_in_one_window_and_there_again_at_the_next_start()
    {
        await using var other = await DemoRoom.Open(TimeProvider.System, CancellationToken.None);
        var running = Run(_room.EndPoint.Port, hasNick: true);
        await _screen.Sees("Hello, Duy!");

        _screen.Type($"/connect irc://127.0.0.1:{other.EndPoint.Port}/lobby");
        _screen.Press("Enter");
        await _screen.Sees($"#lobby · 127.0.0.1:{other.EndPoint.Port}");
        _screen.Type("only here");
        _screen.Press("Enter");
        // A line that is not confirmed yet has a sign behind it, and who leaves then is told.
        await _screen.Sees(picture => picture.Contains("Mai only here", StringComparison.Ordinal) && !picture.Contains("only here …", StringComparison.Ordinal), "Mai only here, confirmed");
        _screen.Type("a draft");
        await _screen.Sees("a draft");
        _screen.Press("Ctrl+Q");
        Assert.Equal(ScreenEnd.Left, await running);

        var again = new WatchedScreen(100, 30);
        var next = Run(_room.EndPoint.Port, hasNick: true, screen: again);
        await again.Sees($"● connected to 127.0.0.1:{_room.EndPoint.Port}");
        await again.Sees($"● 127.0.0.1:{other.EndPoint.Port}");
        again.Type("/disconnect");
        again.Press("Enter");
        await again.Sees("a draft");
        again.Press("Ctrl+Q");
        Assert.Equal(ScreenEnd.Left, await next);
    }

    [Fact]
    public async Task The_demo_shows_everything_by_itself_and_hands_the_keys_over()
    {
        var around = new ProcessEnvironment(name => name is ConfigFolder.Variable or "XDG_STATE_HOME" ? _config.FullName : null, "mai");
        var running = Demonstration.Tour(_room, _screen, around, _error, CancellationToken.None, pace: 0.2);

        string[] seen =
        [
            "Welcome, mai!", "Hello everybody!", "#music", "mai: tea or coffee?", "Tea, please.", "psst, mai", "Nobody else can read this?", "Search in #lobby",
            "reconnecting in", "Can you hear me?", "This line was said while it was away", "Keys and commands", "The keys are yours, mai",
        ];
        foreach (var text in seen)
            await _screen.Sees(text);
        _screen.Type("thank you");
        _screen.Press("Enter");
        await _screen.Sees("You are welcome, mai.");
        _screen.Press("Ctrl+Q");

        Assert.Equal(ScreenEnd.Left, await running);
        Assert.Empty(Directory.GetFiles(_config.FullName));
    }

    [Fact]
    public async Task Who_presses_a_key_in_the_demo_has_them_all()
    {
        var around = new ProcessEnvironment(name => name is ConfigFolder.Variable or "XDG_STATE_HOME" ? _config.FullName : null, "mai");
        var running = Demonstration.Tour(_room, _screen, around, _error, CancellationToken.None);

        await _screen.Sees("Welcome, mai!");
        _screen.Press("Ctrl+Q");

        Assert.Equal(ScreenEnd.Left, await running);
    }

    private Task<ScreenEnd> Run(int port, bool hasNick, WatchedScreen? screen = null, CancellationToken interrupted = default)
    {
        Assert.True(Nickname.TryParse("Mai", out var nick, out _));
        Assert.True(RoomName.TryParse("#lobby", out var room, out _));
        var options = new ScreenOptions("127.0.0.1", port, nick, room, 50) { HasNick = hasNick };
        var around = new ProcessEnvironment(name => name is ConfigFolder.Variable or "XDG_STATE_HOME" ? _config.FullName : null, "mai");
        return FullScreen.Run(options, screen ?? _screen, around, _error, interrupted);
    }
}
