using System.Net;
using ChatRoom.Domain.Events;
using ChatRoom.Server.Control;
using ChatRoom.Server.Settings;
using ChatRoom.Server.Tests.Dialect;
using ChatRoom.Server.Tests.Transport.Tls;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>Settings that change while people are there: they notice what changed, and are not disconnected.</summary>
public sealed class ReloadTests
{
    private readonly WrittenLog _log = new();

    [Fact]
    public async Task A_new_message_of_the_day_is_for_those_who_come_and_those_who_ask()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");

        await Reload(server, new LiveSettings { Motd = ["Tea at five.", ""] });

        string[] told =
        [
            ":irc.test 375 Tuan :- irc.test message of the day -", ":irc.test 372 Tuan :- Tea at five.", ":irc.test 372 Tuan :- ",
            ":irc.test 376 Tuan :End of the message of the day",
        ];
        Assert.Equal(told, await tuan.Ask("MOTD"));
        await tuan.Send("QUIT");
        await tuan.Rest();
        var again = server.Dial();
        await again.Send("NICK Tuan", "USER tuan 0 * :Tuan");
        Assert.Equal([.. told, ":irc.test 221 Tuan +i"], (await again.Heard()).TakeLast(5));
    }

    [Fact]
    public async Task A_new_password_is_asked_of_newcomers_only()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");

        await Reload(server, new LiveSettings { Password = "tea" });

        await tuan.Hears();
        var duy = server.Dial();
        await duy.Send("NICK Duy", "USER duy 0 * :Duy");
        Assert.Equal("ERROR :Closing link: wrong password", (await duy.Rest())[^1]);
        var mai = server.Dial();
        await mai.Send("PASS tea", "NICK Mai", "USER mai 0 * :Mai");
        Assert.Contains(await mai.Heard(), line => line.StartsWith(":irc.test 001 Mai ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_patience_holds_for_those_who_are_there()
    {
        await using var server = TestServer.Start();
        var duy = await server.Connect("Duy", "", "#lobby");
        var tuan = await server.Connect("Tuan", "", "#lobby");

        await Reload(server, new LiveSettings { PingAfter = TimeSpan.FromSeconds(20), PingTimeout = TimeSpan.FromSeconds(30) });
        server.Clock.Move(TimeSpan.FromSeconds(20));
        await duy.Heard();
        Assert.Equal("PING :irc.test", await tuan.Next());
        server.Clock.Move(TimeSpan.FromSeconds(10));

        Assert.Equal("ERROR :Closing link: nothing was heard of you for 30 seconds", (await tuan.Rest())[^1]);
    }

    [Fact]
    public async Task A_new_flood_control_holds_for_those_who_are_there()
    {
        await using var server = TestServer.Start(hasFloodControl: true);
        var tuan = await server.Connect("Tuan");

        await Reload(server, new LiveSettings { FloodBurst = 1, FloodRate = 1 });
        await tuan.Send("PING 1", "PING 2", "PING 3");

        Assert.Equal(":irc.test PONG irc.test :1", await tuan.Next());
        Assert.Equal(":irc.test PONG irc.test :2", await tuan.Next());
        await server.Clock.WhenTimersRun(2);
        await Reload(server, new LiveSettings { HasFloodControl = false });
        server.Clock.Move(TimeSpan.FromSeconds(1));
        Assert.Equal(":irc.test PONG irc.test :3", await tuan.Next());
        Assert.Equal([], await tuan.Heard());
    }

    [Fact]
    public async Task Limits_of_the_rules_become_an_event_of_the_journal_and_what_is_not_given_stays()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "", "#tea");

        await Reload(server, new LiveSettings { Rules = new RuleSettings { TopicBytes = 10 } });
        await Reload(server, new LiveSettings { Rules = new RuleSettings { AwayBytes = 20 } });
        Assert.Equal([":irc.test 417 Tuan :That topic has 12 bytes; 10 are the most"], await tuan.Ask("TOPIC #tea :twelve bytes"));

        Assert.Equal(RuleLimits.First with { TopicBytes = 10, AwayBytes = 20 }, server.World.Limits);
        var support = string.Join(' ', await tuan.Ask("VERSION"));
        Assert.All((string[])[" TOPICLEN=10 ", " AWAYLEN=20 "], token => Assert.Contains(token, support, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_was_told_otherwise_hears_what_changed_and_nothing_else()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");
        await Reload(server, new LiveSettings { Icon = "https://irc.test/icon.png", Rules = new RuleSettings { TopicBytes = 10, IsAlarmed = true } });
        // The rules' are a turn of the journal.
        Assert.Equal([], await tuan.Heard());

        server.Clock.Move(TimeSpan.FromSeconds(1));
        Assert.Equal([":irc.test 005 Tuan TOPICLEN=10 ACCOUNTREQUIRED draft/ACCOUNTREQUIRED draft/ICON=https://irc.test/icon.png :are supported by this server"], await tuan.Heard());
        server.Clock.Move(TimeSpan.FromSeconds(1));
        Assert.Equal([], await tuan.Heard());

        await Reload(server, new LiveSettings { Rules = new RuleSettings { IsAlarmed = false } });
        Assert.Equal([], await tuan.Heard());
        server.Clock.Move(TimeSpan.FromSeconds(1));
        Assert.Equal([":irc.test 005 Tuan -ACCOUNTREQUIRED -draft/ACCOUNTREQUIRED -draft/ICON :are supported by this server"], await tuan.Heard());
    }

    [Fact]
    public async Task A_capability_with_another_value_is_told_to_who_hears_of_capabilities()
    {
        await using var server = TestServer.Start();
        var (tuan, duy, mai) = (await server.Connect("Tuan", "cap-notify"), await server.Connect("Duy"), server.Dial());
        await mai.Ask("CAP LS 302", "NICK Mai", "USER mai 0 * :Mai", "CAP END");
        await Reload(server, new LiveSettings { RegistersBefore = true, WantsMail = true });

        server.Clock.Move(TimeSpan.FromSeconds(1));

        Assert.Equal([":irc.test CAP Tuan NEW :draft/account-registration=before-connect,email-required"], await tuan.Heard());
        Assert.Equal([":irc.test CAP Mai NEW :draft/account-registration=before-connect,email-required"], await mai.Heard());
        Assert.Equal([], await duy.Heard());
    }

    [Fact]
    public async Task The_alarm_of_the_settings_is_the_journals_and_where_they_say_nothing_it_stays_as_it_is()
    {
        await using var server = TestServer.Start();

        await Reload(server, new LiveSettings { Rules = new RuleSettings { IsAlarmed = true } });
        await Reload(server, new LiveSettings());
        var duy = server.Dial();
        await duy.Send("NICK Duy", "USER duy 0 * :Duy");
        Assert.StartsWith(":irc.test FAIL USER ACCOUNT_REQUIRED", (await duy.Rest())[0], StringComparison.Ordinal);

        await Reload(server, new LiveSettings { Rules = new RuleSettings { IsAlarmed = false } });
        await server.Connect("Duy");
    }

    [Fact]
    public async Task Wrong_settings_change_nothing_and_the_log_says_why()
    {
        await using var server = TestServer.Start();
        var before = server.Settings.Current;

        var reloads = Reloads(server, new Rereading.Wrong(["line 3: tea", "line 4: cups"]));
        var read = await reloads.Run();

        Assert.IsType<Rereading.Wrong>(read);
        Assert.Same(before, server.Settings.Current);
        Assert.Equal(["The settings are wrong, and those before stay: line 3: tea; line 4: cups"], _log.Lines);
        Assert.Equal((0, 1), (reloads.Taken, reloads.Failed));
    }

    [Fact]
    public async Task What_changed_is_named_and_so_is_what_needs_a_restart()
    {
        await using var server = TestServer.Start();

        var reloads = Reloads(server, new Rereading.Read(new LiveSettings(), ["server.motd_file"], ["listen.port", "tls.port"]));
        await reloads.Run();
        await Reloads(server, new Rereading.Read(new LiveSettings(), [], [])).Run();

        Assert.Equal(
            [
                "Changed and in force: server.motd_file; Changed, but not before the next start: listen.port, tls.port",
                "The settings have not changed",
            ],
            _log.Lines);
        Assert.Equal((1, 0), (reloads.Taken, reloads.Failed));
    }

    private Task<Rereading> Reload(TestServer server, LiveSettings next) => Reloads(server, new Rereading.Read(next, [], [])).Run();

    private Reloads Reloads(TestServer server, Rereading read)
    {
        var settings = new ServerSettings(new IPEndPoint(IPAddress.Loopback, 0), null, TestServer.Name, server.Settings.Current)
        {
            Reread = _ => Task.FromResult(read),
        };
        return new Reloads(settings, server.Settings, server.Registry.Hub, null, _log);
    }
}
