namespace ChatRoom.Integration.Tests;

/// <summary>Somebody who does not read what others say is closed and told why; the others go on as if nothing were.</summary>
public sealed class SlowReaderTests
{
    /// <summary>18 MB: more than the system's buffers and the server's budget together, and an end where nobody is closed.</summary>
    private const int Most = 40_000;

    private const int Window = 100;

    [Fact]
    public async Task A_reader_who_does_not_read_is_closed_while_others_chat()
    {
        await using var server = await RunningServer.Started("--memory", "--flood", "off");
        await using var deaf = await WireClient.ConnectDeaf(server.EndPoint, "deaf", receiveBuffer: 4096);
        await deaf.Register("deaf", "");
        await deaf.Send("JOIN #lobby");
        await using var talker = await WireClient.EnterRoom(server.EndPoint, "talker", "#lobby", "echo-message");
        await using var listener = await WireClient.EnterRoom(server.EndPoint, "listener", "#lobby");
        var said = await TalkUntilSomebodyLeaves(talker);
        Assert.InRange(said, 1, Most);
        var heard = await listener.Heard.AllUntil(":deaf!");
        Assert.Contains(" QUIT :you read too slowly", heard[^1]);
        Assert.Equal(
            Enumerable.Range(0, heard.Count - 1).Select(number => $"{number}"),
            heard.SkipLast(1).Said().Select(text => text.Split(' ')[0]));
        deaf.Listen();
        Assert.Contains("ERROR :Closing link: you read too slowly", (await deaf.Heard.Rest())[^1]);
    }

    /// <summary>Says a window of lines at a time, and the next one when the last of it is echoed.</summary>
    private static async Task<int> TalkUntilSomebodyLeaves(WireClient talker)
    {
        var padding = new string('x', 450);
        for (var said = 0; said < Most; said += Window)
        {
            await talker.Send(string.Join("\r\n", Enumerable.Range(said, Window).Select(number => $"PRIVMSG #lobby :{number} {padding}")));
            var heard = await talker.Heard.AllUntil($" :{said + Window - 1} ");
            if (heard.Exists(line => line.Contains(" QUIT ")))
                return said;
        }
        return Most + 1;
    }
}
