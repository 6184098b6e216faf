namespace ChatRoom.Cli.Tests;

public sealed class OwnCommandTests
{
    [Theory]
    // A program that is on PATH, perhaps by a link, and one that is not.
    [InlineData("/usr/bin/chatroom", "/usr/lib/", "/srv/duy", "chatroom")]
    [InlineData("/opt/chatroom/chatroom", "/opt/chatroom/", "/srv/duy", "chatroom")]
    [InlineData("/srv/duy/new/chatroom", "/srv/duy/new/", "/srv/duy", "./new/chatroom")]
    [InlineData("/srv/my chat/chatroom", "/srv/my chat/", "/srv/duy", "'/srv/my chat/chatroom'")]
    // dotnet run, from the root and from elsewhere; and dotnet with a file.
    [InlineData("/src/ChatRoom/src/Cli/bin/Release/net10.0/chatroom", "/src/ChatRoom/src/Cli/bin/Release/net10.0/", "/src/ChatRoom", "./chatroom")]
    [InlineData("/src/ChatRoom/src/Cli/bin/Release/net10.0/chatroom", "/src/ChatRoom/src/Cli/bin/Release/net10.0/", "/tmp", "/src/ChatRoom/chatroom")]
    [InlineData("/usr/bin/dotnet", "/opt/app/", "/tmp", "dotnet /opt/app/chatroom.dll")]
    public void A_hint_names_the_program_as_it_can_be_called_from_here(string program, string folder, string current, string command) =>
        Assert.Equal(command, OwnCommand.ShellLine(Own([], program, folder, current)));

    [Fact]
    public void The_script_at_the_root_says_how_it_was_called() => Assert.Equal(
        "../chatroom", OwnCommand.ShellLine(Own(new() { ["CHATROOM_COMMAND"] = "../chatroom" }, "/usr/bin/dotnet", "/x/artifacts/run/1/", "/x/docs")));

    [Fact]
    public void Who_runs_a_container_comes_in_through_it() => Assert.Equal(
        "docker exec -it 0a1b2c3d dotnet ./chatroom.dll",
        OwnCommand.ShellLine(Own(new() { ["DOTNET_RUNNING_IN_CONTAINER"] = "true" }, "/usr/bin/dotnet", "/app/", "/app")));

    private static OwnCommand Own(Dictionary<string, string> variables, string program, string folder, string current)
    {
        variables["PATH"] = "/nowhere:/usr/bin";
        return new OwnCommand(variables.GetValueOrDefault, program, folder, current, "0a1b2c3d", path => path switch
        {
            "/usr/bin/chatroom" => "/opt/chatroom/chatroom",
            "/src/ChatRoom/chatroom" or "/opt/chatroom/chatroom" or "/srv/duy/new/chatroom" or "/srv/my chat/chatroom" => path,
            _ => null,
        });
    }
}
