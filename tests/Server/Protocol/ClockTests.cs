using ChatRoom.Irc;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>Somebody sets the machine's clock back, or it corrects itself.</summary>
public sealed class ClockTests
{
    [Fact]
    public async Task Times_and_ids_never_decrease()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "echo-message server-time message-tags draft/chathistory batch", "#lobby");
        await tuan.Heard();
        var before = Message.Parse(Assert.Single(await tuan.Ask("PRIVMSG #lobby :before")));

        server.Clock.Move(TimeSpan.FromSeconds(-20));
        var after = Message.Parse(Assert.Single(await tuan.Ask("PRIVMSG #lobby :after")));
        server.Clock.Move(TimeSpan.FromSeconds(30));
        var later = Message.Parse(Assert.Single(await tuan.Ask("PRIVMSG #lobby :later")));

        string[] times = [before.Tag("time")!, after.Tag("time")!, later.Tag("time")!];
        Assert.Equal(times.Order(StringComparer.Ordinal), times);
        Assert.NotEqual(times[1], times[2]);
        long[] ids = [Number(before), Number(after), Number(later)];
        Assert.Equal([ids[0], ids[0] + 1, ids[0] + 2], ids);
        var history = (await tuan.Ask("CHATHISTORY LATEST #lobby * 3")).Select(Message.Parse).Where(message => message.Is("PRIVMSG"));
        Assert.Equal(["before", "after", "later"], history.Select(message => message.Parameter(1)));
    }

    private static long Number(Message message) => long.Parse(message.Tag("msgid")!.Split('-')[1]);
}
