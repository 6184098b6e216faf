using ChatRoom.Cli.Admin;
using ChatRoom.Journal.Maintenance;
using ChatRoom.Server.Control;

namespace ChatRoom.Cli.Tests;

/// <summary>The commands for what is kept.</summary>
public partial class CommandLineTests
{
    [Fact]
    public async Task What_keeps_the_journal_safe_takes_its_options()
    {
        await AssertKept(new AdminRequest.Verify(null), "verify");
        await AssertKept(new AdminRequest.Verify("there"), "verify", "--data", "there");
        await AssertKept(new AdminRequest.Backup("file", null, Force: false), "backup", "file");
        await AssertKept(new AdminRequest.Backup("file", "there", Force: true), "backup", "--force", "--data=there", "file");
        await AssertKept(new AdminRequest.Restore("file", "there"), "restore", "file", "--data", "there");
        await AssertKept(new AdminRequest.Backup("file", null, Force: true) { Journal = "postgres://db/chat" }, "backup", "--force", "file", "--journal", "postgres://db/chat");
        await AssertKept(new AdminRequest.Restore("file", null) { Journal = "postgres://db/chat" }, "restore", "file", "--journal", "postgres://db/chat");
        await AssertKept(new AdminRequest.Move("there", "postgres://db/chat"), "move", "--from", "there", "--to", "postgres://db/chat");
        await AssertKept(new AdminRequest.Move(null, "there"), "move", "--to", "there");
        await AssertKept(new AdminRequest.Replay("there", "2026-11-20", Json: true), "replay", "--at", "2026-11-20", "--json", "--data", "there");
        await AssertKept(
            new AdminRequest.Export("there", ExportQuery.Parse("#tea", "mai", "2026-01-01", "2026-11-20").IfFail(wrong => throw new FormatException(string.Join('\n', wrong)))),
            "export", "--room", "tea", "--account", "mai", "--since", "2026-01-01", "--until", "2026-11-20", "--data", "there");
    }

    [Fact]
    public async Task A_journal_that_servers_share_is_named_by_the_option_else_by_the_environment_unless_a_folder_is()
    {
        const string one = "postgres://db.example.org/one";
        await AssertKept(new AdminRequest.Verify(null) { Journal = one }, "verify", "--journal", one);
        await AssertKept(new AdminRequest.Order(null, new ControlRequest.Bans()) { Journal = one }, "bans", "--journal", one);
        _environment["CHATROOM_SERVER_JOURNAL"] = "postgres://db.example.org/two";
        await AssertKept(new AdminRequest.Verify(null) { Journal = one }, "verify", "--journal", one);
        await AssertKept(new AdminRequest.Verify(null) { Journal = "postgres://db.example.org/two" }, "verify");
        await AssertKept(new AdminRequest.Verify("there"), "verify", "--data", "there");
        await AssertKept(new AdminRequest.Reload(null), "reload");
    }

    private async Task AssertKept(AdminRequest wish, params string[] args)
    {
        Assert.Equal(ExitCode.Ok, await Run(args));
        Assert.Equal(wish, _keep);
    }
}
