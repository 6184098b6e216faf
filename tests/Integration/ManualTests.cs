namespace ChatRoom.Integration.Tests;

public sealed class ManualTests
{
    [InstalledFact("mandoc")]
    public async Task The_manual_is_what_man_understands()
    {
        using var folder = new TemporaryFolder();
        await using var man = RunningProgram.ChatRoom("man", folder.Path);
        Assert.Equal(0, await man.Exit());
        var pages = Directory.GetFiles(folder.Path);
        Assert.Contains(folder["chatroom-serve.1"], pages);
        await using var lint = RunningProgram.Other("mandoc", ["-T", "lint", "-W", "warning", .. pages]);
        var exit = await lint.Exit();
        Assert.True(exit == 0, string.Join('\n', await lint.Output.Rest()));
    }
}
