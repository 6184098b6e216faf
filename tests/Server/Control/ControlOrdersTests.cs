using System.Net;
using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Server.Control;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Settings;
using ChatRoom.Server.Tests.Dialect;
using ChatRoom.Server.Tests.Transport.Tls;

namespace ChatRoom.Server.Tests.Control;

/// <summary>What operators' tools ask of a running server is decided, kept and answered like everything else.</summary>
public sealed class ControlOrdersTests
{
    private readonly WrittenLog _log = new();

    [Fact]
    public async Task What_is_forgotten_is_in_nobodys_history_any_more()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "echo-message draft/chathistory message-tags batch", "#lobby");
        await tuan.Ask("PRIVMSG #lobby :secret");
        var said = server.World.Last;

        var answer = await Run(server, new ControlRequest.Forget(Only(said)));

        Assert.Equal(new ControlAnswer(true, "forgotten"), answer);
        Assert.DoesNotContain(await tuan.Ask("CHATHISTORY LATEST #lobby * 10"), line => line.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_has_not_happened_yet_can_not_be_forgotten()
    {
        await using var server = TestServer.Start();

        Assert.Equal(new ControlAnswer(false, "there is no event 99 yet: the last one is 1"), await Run(server, new ControlRequest.Forget(Only(new Sequence(99)))));
    }

    [Fact]
    public async Task What_the_journal_does_not_take_did_not_happen()
    {
        await using var server = TestServer.Start();
        server.Journal.IsFull = true;

        var answer = await Run(server, new ControlRequest.Forget(Only(new Sequence(1))));

        Assert.False(answer.IsDone);
        Assert.StartsWith("the journal did not take it, so nothing happened", answer.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_behind_the_end_of_a_server_is_answered()
    {
        await using var server = TestServer.Start();
        await server.Stop();

        var verdict = await server.Registry.Hub.Order(new Command.Forget(Only(new Sequence(1)))).WaitAsync(Client.Deadline);

        Assert.Equal(new Verdict.NotKept("the server is stopping"), verdict);
    }

    [Fact]
    public async Task A_reload_says_what_came_of_it()
    {
        await using var server = TestServer.Start();

        Assert.Equal(new ControlAnswer(true, "The settings have not changed"), await Run(server, new ControlRequest.Reload()));
        Assert.Equal(
            new ControlAnswer(false, "The settings are wrong, and those before stay: line 3: tea"),
            await Run(server, new ControlRequest.Reload(), new Rereading.Wrong(["line 3: tea"])));
    }

    private static Forgetting Only(Sequence sequence) => new([new SequenceRange(sequence, sequence)], Option<RoomId>.None);

    private Task<ControlAnswer> Run(TestServer server, ControlRequest request, Rereading? read = null)
    {
        var settings = new ServerSettings(new IPEndPoint(IPAddress.Loopback, 0), null, TestServer.Name, server.Settings.Current)
        {
            Reread = _ => Task.FromResult(read ?? new Rereading.Read(server.Settings.Current, [], [])),
        };
        var reloads = new Reloads(settings, server.Settings, server.Registry.Hub, null, _log);
        return ControlOrders.Run(request, reloads, server.Registry.Hub, new OrderTools(server.Settings.Current, server.Clock, () => 7), _log).WaitAsync(Client.Deadline);
    }
}
