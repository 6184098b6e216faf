namespace ChatRoom.Integration.Tests;

/// <summary>More than any buffer on the way holds, through a pipe.</summary>
public sealed class PipedLinesTests
{
    [Fact]
    public async Task Ten_thousand_piped_lines_arrive_once_and_in_order()
    {
        const int lines = 10_000;
        using var folder = new TemporaryFolder();
        await using var server = await RunningServer.Started("--data", folder["data"], "--flood", "off");
        await using var listener = await WireClient.EnterRoom(server.EndPoint, "listener", "#lobby");
        await using var tuan = RunningProgram.ChatRoom(Joined.Command(server, "Tuan"));
        await tuan.Type(string.Concat(Enumerable.Range(1, lines).Select(number => $"line {number}\n")));
        tuan.EndInput();
        var heard = await listener.Heard.AllUntil($":line {lines}");
        Assert.Equal(Enumerable.Range(1, lines).Select(number => $"line {number}"), heard.Said());
        Assert.Equal(0, await tuan.Exit());
        Assert.Equal(lines, (await tuan.Output.Rest()).Count(line => line.StartsWith("Tuan: line ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Three_thousand_letters_become_seven_messages_and_no_stray_letter()
    {
        await using var server = await RunningServer.Started("--memory");
        await using var listener = await WireClient.EnterRoom(server.EndPoint, "listener", "#lobby");
        await using var tuan = RunningProgram.ChatRoom(Joined.Command(server, "Tuan"));
        await tuan.Type(new string('a', 3000) + "\nend\n");
        tuan.EndInput();

        var heard = (await listener.Heard.AllUntil(":end")).Said().SkipLast(1).ToList();

        Assert.Equal(7, heard.Count);
        Assert.Equal(new string('a', 3000), string.Concat(heard));
        Assert.Single(heard.Select(line => line.Length).SkipLast(1).Distinct());
        Assert.Equal(0, await tuan.Exit());
    }
}
