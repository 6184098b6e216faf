using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ChatRoom.Integration.Tests;

/// <summary>A data folder that an earlier version wrote is opened, brought up to date, served, and goes on.</summary>
public sealed class UpgradeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public UpgradeTests()
    {
        foreach (var file in (string[])["journal.db", "snapshot"])
            File.Copy(Frozen(file), _folder[file]);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Made anew by a newer program, it would prove nothing.</summary>
    [Theory]
    [InlineData("journal.db", "a6839f69188d339d29b2f888f6d86c602f806beb339bb736480b03f3f6d3669e")]
    [InlineData("snapshot", "537a9fd56c04111fa994370e4500879dd71a737d7107884847f17ce92042e63a")]
    public async Task The_first_format_is_what_was_written_then(string file, string sum) =>
        Assert.Equal(sum, Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Frozen(file)))));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_folder_of_the_first_format_is_served_and_goes_on(bool hasSnapshot)
    {
        if (!hasSnapshot)
            File.Delete(_folder["snapshot"]);
        await using var server = await RunningServer.Started("--data", _folder.Path);
        await using (var mai = await WireClient.EnterRoom(server.EndPoint, "Mai", "#lobby", "echo-message batch draft/chathistory"))
        {
            await mai.Send("CHATHISTORY LATEST #lobby * 100");
            Assert.Equal(
                ["The first line of all", "Xin chào, Tuan! 👋", "\u0001ACTION pours tea\u0001", "back later", "The last line of format 2"],
                (await mai.Heard.AllUntil(" BATCH -")).Said());
            await mai.Send("PRIVMSG #lobby :a line of today");
            await mai.Heard.Until(":a line of today");
        }
        await server.Kill();
        await server.Start();
        await using var later = await WireClient.EnterRoom(server.EndPoint, "Later", "#lobby", "batch draft/chathistory");
        await later.Send("CHATHISTORY LATEST #lobby * 2");
        Assert.Equal(["The last line of format 2", "a line of today"], (await later.Heard.AllUntil(" BATCH -")).Said());
        Assert.Equal(0, await server.Stop());
        await using var verify = RunningProgram.ChatRoom("verify", "--data", _folder.Path);
        Assert.Equal(0, await verify.Exit());
        // As soon as there is a newer format, the first one is left beside it.
        Assert.Equal(Format(_folder["journal.db"]) > 2, File.Exists(_folder["journal.db.format-2"]));
    }

    [Fact]
    public async Task The_tools_read_it_as_it_is()
    {
        await using var export = RunningProgram.ChatRoom("export", "--data", _folder.Path, "--room", "tea");
        Assert.Equal(0, await export.Exit());
        Assert.Contains(await export.Output.Rest(), line => line.Contains("\"text\":\"black or green?\""));
    }

    private static string Frozen(string file) => Checkout.Path("tests", "Fixtures", "format-2", file);

    /// <summary>SQLite's file format, section 1.3: the user version, which is our format's, stands at offset 60, big-endian.</summary>
    private static int Format(string journal)
    {
        using var file = new FileStream(journal, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var header = new byte[64];
        file.ReadExactly(header);
        return BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(60));
    }
}
