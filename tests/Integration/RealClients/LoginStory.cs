namespace ChatRoom.Integration.Tests.RealClients;

/// <summary>
/// What becomes of Tuan, who comes with a client that people use, and whose account Mai, an operator, sees: told what was said before, voiced, opped, kicked, banned by cloak,
/// invited. Each step is read from what the client shows, or from what the server relays to Mai.
/// </summary>
internal static class LoginStory
{
    /// <summary>A server on which Tuan has an account, whose password is tea.</summary>
    public static async Task<RunningServer> Serve(TemporaryFolder data, params string[] options)
    {
        await using (var add = RunningProgram.ChatRoom("account", "add", "Tuan", "--data", data.Path))
        {
            await add.Type("tea\n");
            Assert.Equal(0, await add.Exit());
        }
        return await RunningServer.Started(["--data", data.Path, "--flood", "off", .. options]);
    }

    /// <summary>Mai is there first, and therefore operator, and has said something.</summary>
    public static async Task<WireClient> EnterMai(RunningServer server)
    {
        var mai = await WireClient.EnterRoom(server.EndPoint, "Mai", "#lobby", "extended-join");
        await mai.Send("PRIVMSG #lobby :said-before");
        return mai;
    }

    public static async Task Tell(WireClient mai, IRealClient tuan)
    {
        var came = await mai.Heard.Until(":Tuan!");
        Assert.Contains(" JOIN #lobby Tuan :", came);
        var cloak = came.Split(' ')[0].Split('@')[1];
        Assert.EndsWith(".ip", cloak);

        await tuan.Shown.Until("said-before");
        await mai.Send("PRIVMSG #lobby :here-you-are");
        await tuan.Shown.Until("here-you-are");

        await mai.Send("MODE #lobby +mv Tuan");
        await tuan.Type("I-have-a-voice");
        await mai.Heard.Until(" PRIVMSG #lobby :I-have-a-voice");

        await mai.Send("MODE #lobby +to Tuan");
        await tuan.Type("/topic tea");
        await mai.Heard.Until(" TOPIC #lobby :tea");

        await mai.Send("KICK #lobby Tuan :out-you-go");
        await tuan.Shown.Until("out-you-go");

        await mai.Send($"MODE #lobby +b *!*@{cloak}");
        await mai.Heard.Until(" MODE #lobby +b ");
        await tuan.Type("/join #lobby");
        await tuan.Shown.Until("banned");

        await mai.Send($"MODE #lobby -b+i *!*@{cloak}\r\nINVITE Tuan #lobby");
        await tuan.Shown.Until("invite");
        await tuan.Type("/join #lobby");
        await mai.Heard.Until(" JOIN #lobby Tuan ");
    }
}
