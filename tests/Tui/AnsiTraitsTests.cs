using ChatRoom.Tui.Drivers.Ansi;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Tests;

public sealed class AnsiTraitsTests
{
    [Theory]
    [InlineData("TERM=xterm-256color", ColorDepth.TwoHundredFiftySix)]
    [InlineData("TERM=xterm-256color COLORTERM=truecolor", ColorDepth.Full)]
    [InlineData("TERM=xterm COLORTERM=24bit", ColorDepth.Full)]
    [InlineData("TERM=xterm-kitty", ColorDepth.Full)]
    [InlineData("TERM=xterm-direct", ColorDepth.Full)]
    [InlineData("TERM=xterm", ColorDepth.Sixteen)]
    [InlineData("TERM=linux COLORTERM=truecolor", ColorDepth.Sixteen)]
    [InlineData("TERM=screen-256color COLORTERM=truecolor", ColorDepth.TwoHundredFiftySix)]
    [InlineData("TERM=screen-256color COLORTERM=truecolor TMUX=/tmp/t", ColorDepth.Full)]
    [InlineData("TERM=xterm-256color COLORTERM=truecolor NO_COLOR=1", ColorDepth.None)]
    [InlineData("TERM=xterm-256color NO_COLOR=", ColorDepth.TwoHundredFiftySix)]
    [InlineData("TERM=vt100", ColorDepth.None)]
    public void The_environment_says_how_many_colours_there_are(string environment, ColorDepth depth) => Assert.Equal(depth, Of(environment).Depth);

    [Theory]
    [InlineData("COLORFGBG=15;0", false)]
    [InlineData("COLORFGBG=0;15", true)]
    [InlineData("COLORFGBG=0;default;7", true)]
    [InlineData("COLORFGBG=15;8", false)]
    [InlineData("COLORFGBG=x", null)]
    [InlineData("TERM=xterm", null)]
    public void The_environment_may_know_the_background(string environment, bool? isLight) => Assert.Equal(isLight, Of(environment).IsLight);

    [Fact]
    public void The_console_of_linux_gets_no_strings() => Assert.False(Of("TERM=linux").HasStrings);

    [Theory]
    [InlineData(0, 0, 0, 16)]
    [InlineData(255, 255, 255, 231)]
    [InlineData(26, 27, 38, 234)]
    [InlineData(128, 128, 128, 244)]
    [InlineData(95, 135, 255, 69)]
    [InlineData(238, 238, 238, 255)]
    public void Of_256_colours_the_nearest_is_taken(byte red, byte green, byte blue, int index) =>
        Assert.Equal(index, NearestColor.OfTwoHundredFiftySix(new Rgb(red, green, blue)));

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(255, 255, 255, 15)]
    [InlineData(250, 10, 10, 9)]
    [InlineData(120, 130, 125, 8)]
    public void Of_sixteen_colours_the_nearest_is_taken(byte red, byte green, byte blue, int index) =>
        Assert.Equal(index, NearestColor.OfSixteen(new Rgb(red, green, blue)));

    private static AnsiTraits Of(string environment)
    {
        var variables = environment.Split(' ').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return AnsiTraits.Of(variables.GetValueOrDefault);
    }
}
