namespace ChatRoom.Integration.Tests;

/// <summary>A data folder that can't be used: one line says why and what to do, the exit code is 1, and nothing is overwritten.</summary>
public sealed class DataFolderTests
{
    [Fact]
    public async Task One_server_at_a_time()
    {
        using var folder = new TemporaryFolder();
        await using var first = await RunningServer.Started("--data", folder["data"]);
        var line = await Refusal(folder["data"]);
        Assert.Contains($"in use by another server (process {first.Program.Id})", line);
        Assert.Contains("choose another data folder", line);
        await using var stillThere = await WireClient.Enter(first.EndPoint, "one");
    }

    [Fact]
    public async Task A_folder_where_nothing_can_be_written()
    {
        // On Linux nobody can make a file there, and tests may run as somebody whom no mode of a folder stops.
        var line = await Refusal("/sys");
        Assert.Contains("the data folder /sys is not writable", line);
        Assert.Contains("choose another", line);
    }

    [Fact]
    public async Task A_file_where_the_folder_should_be()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["data"], "a letter to my aunt");
        Assert.Contains("is a file, not a folder", await Refusal(folder["data"]));
        Assert.Equal("a letter to my aunt", await File.ReadAllTextAsync(folder["data"]));
    }

    [Fact]
    public async Task A_journal_of_a_newer_version()
    {
        using var folder = await Used();
        // SQLite's file format, section 1.3: the user version, which is our format's, stands at offset 60, big-endian.
        await Damage(folder, file =>
        {
            file.Position = 60;
            file.Write([0, 0, 0, 99]);
        });
        await AssertRefused(folder, "from a newer version", "use that version");
    }

    [Fact]
    public async Task A_journal_that_is_damaged()
    {
        using var folder = await Used();
        await Damage(folder, file => file.Write("These are not the bytes that you are looking for."u8));
        await AssertRefused(folder, "is damaged or no journal", "restore a backup");
    }

    [Fact]
    public async Task A_journal_that_was_emptied()
    {
        using var folder = await Used();
        await Damage(folder, file => file.SetLength(0));
        await AssertRefused(folder, "it is empty", "restore a backup");
    }

    [Fact]
    public async Task A_journal_that_was_cut_off()
    {
        using var folder = await Used();
        await Damage(folder, file => file.SetLength(file.Length / 2));
        await AssertRefused(folder, "is damaged or no journal", "restore a backup");
    }

    [Theory]
    [InlineData("CHATROOM_DATA", "data", "data")]
    [InlineData("XDG_DATA_HOME", "share", "share/chatroom")]
    public async Task Without_an_option_the_environment_says_where_it_is(string variable, string value, string expected)
    {
        using var folder = new TemporaryFolder();
        await using var server = RunningProgram.ChatRoomWhere(
            [("CHATROOM_DATA", ""), ("XDG_DATA_HOME", ""), (variable, folder[value])], "serve", "--port", "0");
        await server.Output.Until("listening on ");
        Assert.Equal($"history is kept in {folder[expected]}", await server.Errors.Until("history is kept"));
        Assert.True(File.Exists(Path.Combine(folder[expected], "journal.db")));
        server.Send(Signal.Terminate);
        Assert.Equal(0, await server.Exit());
    }

    [Fact]
    public async Task Memory_keeps_nothing()
    {
        using var folder = new TemporaryFolder();
        await using var server = await RunningServer.Started("--memory");
        Assert.Equal("history is kept in memory, until the end", await server.Program.Errors.Until("history is kept"));
        await using (var one = await WireClient.EnterRoom(server.EndPoint, "one", "#lobby", "echo-message"))
        {
            await one.Send("PRIVMSG #lobby :Will you remember me?");
            await one.Heard.Until("Will you remember me?");
        }
        await server.Kill();
        await server.Start();
        await using var two = await WireClient.EnterRoom(server.EndPoint, "two", "#lobby", "batch draft/chathistory");
        await two.Send("CHATHISTORY LATEST #lobby * 100");
        Assert.Empty((await two.Heard.AllUntil(" BATCH -")).Said());
    }

    /// <summary>A folder in which a server was and something was said.</summary>
    private static async Task<TemporaryFolder> Used()
    {
        var folder = new TemporaryFolder();
        await using var server = await RunningServer.Started("--data", folder.Path);
        await using var one = await WireClient.EnterRoom(server.EndPoint, "one", "#lobby", "echo-message");
        await one.Send("PRIVMSG #lobby :this must not be overwritten");
        await one.Heard.Until("this must not be overwritten");
        Assert.Equal(0, await server.Stop());
        return folder;
    }

    private static async Task Damage(TemporaryFolder folder, Action<FileStream> damage)
    {
        await using var file = new FileStream(folder["journal.db"], FileMode.Open, FileAccess.ReadWrite);
        damage(file);
    }

    private static async Task AssertRefused(TemporaryFolder folder, params string[] fragments)
    {
        var before = await File.ReadAllBytesAsync(folder["journal.db"]);
        var line = await Refusal(folder.Path);
        Assert.All(fragments, fragment => Assert.Contains(fragment, line));
        Assert.Contains("journal.db", line);
        Assert.Equal(before, await File.ReadAllBytesAsync(folder["journal.db"]));
    }

    private static async Task<string> Refusal(string folder)
    {
        await using var server = RunningProgram.ChatRoom("serve", "--port", "0", "--data", folder);
        Assert.Equal(1, await server.Exit());
        Assert.Empty(await server.Output.Rest());
        return Assert.Single(await server.Errors.Rest());
    }
}
