namespace ChatRoom.Integration.Tests;

/// <summary>Somebody who does not read what others say is closed and told why; the others go on as if nothing were.</summary>
internal static class SlowReader
{
    /// <summary>16 MB: more than the system's buffers and the server's budget together, and an end where nobody is closed.</summary>
    public const int Most = 40_000;

    private const int Window = 100;

    /// <param name="server">It must not slow down the talker.</param>
    public static async Task Story(IServerUnderTest server)
    {
        await using var deaf = await Deaf(server, "deaf");
        await using var talker = await WireClient.EnterRoom(server.EndPoint, "talker", "#lobby", "echo-message");
        await using var listener = await WireClient.EnterRoom(server.EndPoint, "listener", "#lobby");
        Assert.InRange(await TalkUntilGone(talker, readers: 1), 1, Most);
        var heard = await listener.Heard.AllUntil(":deaf!");
        Assert.Contains(" QUIT :you read too slowly", heard[^1]);
        Assert.Equal(
            Enumerable.Range(0, heard.Count - 1).Select(number => $"{number}"),
            heard.SkipLast(1).Said().Select(text => text.Split(' ')[0]));
        deaf.Listen();
        Assert.Contains("ERROR :Closing link: you read too slowly", (await deaf.Heard.Rest())[^1]);
    }

    /// <summary>Says a window of lines at a time, and the next one when the last of it is echoed.</summary>
    public static async Task<int> TalkUntilGone(WireClient talker, int readers)
    {
        // Short enough for one line, also behind the longest cloak.
        var padding = new string('x', 400);
        var gone = 0;
        for (var said = 0; said < Most; said += Window)
        {
            await talker.Send(string.Join("\r\n", Enumerable.Range(said, Window).Select(number => $"PRIVMSG #lobby :{number} {padding}")));
            var heard = await talker.Heard.AllUntil($" :{said + Window - 1} ");
            gone += heard.Count(line => line.Contains(" QUIT :you read too slowly"));
            if (gone == readers)
                return said;
        }
        return Most + 1;
    }

    public static async Task<WireClient> Deaf(IServerUnderTest server, string nick)
    {
        var deaf = await WireClient.ConnectDeaf(server.EndPoint, nick, receiveBuffer: 4096);
        await deaf.Register(nick, "");
        await deaf.Send("JOIN #lobby");
        return deaf;
    }
}
