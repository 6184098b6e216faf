using ChatRoom.Tui.Drivers;

namespace ChatRoom.Cli.Tests;

/// <summary>What can be said about the full screen.</summary>
public partial class CommandLineTests
{
    [Fact]
    public async Task Help_names_the_screens()
    {
        await Run("join", "--help");

        Assert.Contains("what shows the full screen: " + string.Join(", ", Screens.Known), _output.ToString());
    }

    [Theory]
    [InlineData("plain", true)]
    [InlineData("ansi", false)]
    [InlineData("terminal-gui", false)]
    public async Task The_screen_can_be_chosen_and_plain_lines_as_one_of_them(string ui, bool plain)
    {
        Assert.Equal(ExitCode.Ok, await Run("join", "--ui", ui));
        Assert.Equal((ui, plain), (_join!.Ui, _join.Plain));
    }

    [Fact]
    public async Task An_unknown_screen_is_refused_with_those_that_there_are()
    {
        Assert.Equal(ExitCode.Usage, await Run("join", "--ui", "x11"));
        Assert.Contains($"--ui 'x11' is none of: {string.Join(", ", Screens.Known)}, plain", _error.ToString());
    }
}
