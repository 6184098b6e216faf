using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Server.Control;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Settings;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Control;

/// <summary>What operators' tools ask of a running server is decided, kept and answered like everything else.</summary>
public sealed class ControlOrdersTests : IAsyncDisposable
{
    private readonly OrderedServer _ordered = new();

    private TestServer Server => _ordered.Server;

    public ValueTask DisposeAsync() => _ordered.DisposeAsync();

    [Fact]
    public async Task What_is_forgotten_is_in_nobodys_history_any_more()
    {
        var tuan = await Server.Connect("Tuan", "echo-message draft/chathistory message-tags batch", "#lobby");
        await tuan.Ask("PRIVMSG #lobby :secret");
        var said = Server.World.Last;

        var answer = await _ordered.Run(new ControlRequest.Forget(Only(said)));

        Assert.Equal(new ControlAnswer(true, "forgotten"), answer);
        Assert.DoesNotContain(await tuan.Ask("CHATHISTORY LATEST #lobby * 10"), line => line.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_has_not_happened_yet_can_not_be_forgotten()
    {
        Assert.Equal(new ControlAnswer(false, "there is no event 99 yet: the last one is 1"), await _ordered.Run(new ControlRequest.Forget(Only(new Sequence(99)))));
    }

    [Fact]
    public async Task What_the_journal_does_not_take_did_not_happen()
    {
        Server.Journal.IsFull = true;

        var answer = await _ordered.Run(new ControlRequest.Forget(Only(new Sequence(1))));

        Assert.False(answer.IsDone);
        Assert.StartsWith("the journal did not take it, so nothing happened", answer.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_behind_the_end_of_a_server_is_answered()
    {
        await Server.Stop();

        var verdict = await Server.Registry.Hub.Order(new Command.Forget(Only(new Sequence(1)))).WaitAsync(Client.Deadline);

        Assert.Equal(new Verdict.NotKept("the server is stopping"), verdict);
    }

    [Fact]
    public async Task On_a_journal_of_its_own_a_server_is_the_only_one()
    {
        var table = await _ordered.Run(new ControlRequest.Servers(IsJson: false));
        Assert.Equal(["NUMBER  NAME      VERSION        SINCE                     BEHIND  BEAT         TURN", "1*      irc.test  chatroom-test  2026-01-01T12:00:00.000Z  0       0.000 s ago  -"], table.Says.Split('\n'));
        Assert.Equal(
            """[{"number":1,"name":"irc.test","version":"chatroom-test","since":"2026-01-01T12:00:00.000Z","behind":0,"secondsSinceBeat":0,"connected":true,"hasTurn":false,"waitsForTurn":false,"asked":true}]""",
            (await _ordered.Run(new ControlRequest.Servers(IsJson: true))).Says);
    }

    [Fact]
    public async Task A_reload_says_what_came_of_it()
    {
        Assert.Equal(new ControlAnswer(true, "The settings have not changed"), await _ordered.Run(new ControlRequest.Reload()));
        Assert.Equal(
            new ControlAnswer(false, "The settings are wrong, and those before stay: line 3: tea"),
            await _ordered.Run(new ControlRequest.Reload(), new Rereading.Wrong(["line 3: tea"])));
    }

    private static Forgetting Only(Sequence sequence) => new([new SequenceRange(sequence, sequence)], Option<RoomId>.None);
}
