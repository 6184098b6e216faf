using System.Text;
using ChatRoom.Tui.Drivers.Ansi;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Tests;

public sealed partial class InputParserTests
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData("Z", "Z")]
    [InlineData("é日👍", "é 日 👍")]
    [InlineData("\r", "Enter")]
    [InlineData("\n", "Ctrl+J")]
    [InlineData("\t", "Tab")]
    [InlineData("\x7f", "Backspace")]
    [InlineData("\b", "Ctrl+Backspace")]
    [InlineData("\x01\x11\x1a", "Ctrl+A Ctrl+Q Ctrl+Z")]
    [InlineData("\x1f", "Ctrl+_")]
    [InlineData("\ex\eX\eé", "Alt+X Alt+X Alt+É")]
    [InlineData("\e\r\e\x7f\e\x01", "Alt+Enter Alt+Backspace Ctrl+Alt+A")]
    [InlineData("\e[A\e[B\e[C\e[D\e[H\e[F", "Up Down Right Left Home End")]
    [InlineData("\eOA\eOH\eOP\eOS\eOM\eOj\eOp", "Up Home F1 F4 Enter * 0")]
    [InlineData("\e[1;5C\e[1;3D\e[1;2A\e[1;7P", "Ctrl+Right Alt+Left Shift+Up Ctrl+Alt+F1")]
    [InlineData("\e[2~\e[3~\e[5~\e[6~\e[1~\e[4~\e[7~\e[8~", "Insert Delete PageUp PageDown Home End Home End")]
    [InlineData("\e[11~\e[15~\e[17~\e[21~\e[23~\e[24~\e[15;2~", "F1 F5 F6 F10 F11 F12 Shift+F5")]
    [InlineData("\e[Z", "Shift+Tab")]
    [InlineData("\e\e[A", "Alt+Up")]
    [InlineData("\e[[A\e[[E", "F1 F5")]
    [InlineData("\e[a\e[3^\e[3$\e[3@", "Shift+Up Ctrl+Delete Shift+Delete Ctrl+Shift+Delete")]
    [InlineData("\e[27;2;13~\e[27;5;13~\e[27;5;97~", "Shift+Enter Ctrl+Enter Ctrl+A")]
    [InlineData("\e[13;2u\e[27u\e[97;5u\e[9;2u\e[127;5u", "Shift+Enter Escape Ctrl+A Shift+Tab Ctrl+Backspace")]
    [InlineData("\e[105;5u\e[109;5u\e[91;5u", "Tab Enter Escape")]
    [InlineData("\e[97:65;4u", "Alt+A")]
    [InlineData("\e[1081::113;5u", "Ctrl+Q")]
    [InlineData("\e[57399u\e[57414u\e[57417;5u", "0 Enter Ctrl+Left")]
    public void Keys_are_known_by_what_they_send(string sent, string keys) => Assert.Equal(keys, Keys(sent));

    [Fact]
    public void A_letter_with_Alt_is_as_it_was_written()
    {
        Assert.Equal(new UserInput.Pressed(Key.Of('x', Modifiers.Alt)), Assert.Single(Read("\ex")));
        Assert.Equal(new UserInput.Pressed(Key.Of('X', Modifiers.Alt)), Assert.Single(Read("\eX")));
    }

    [Theory]
    [InlineData("\e[?1;2c")]
    [InlineData("\e]11;rgb:0000/0000\e\\")]
    [InlineData("\e]10;rgb:ffff/ffff/ffff\a")]
    [InlineData("\eP>|XTerm(379)\e\\")]
    [InlineData("\e_Gi=31;OK\e\\")]
    [InlineData("\e[?2026;2$y")]
    [InlineData("\e[?0u")]
    [InlineData("\e[97;9u")]
    [InlineData("\e[97;1:3u")]
    [InlineData("\e[57358u")]
    [InlineData("\e[<35;3;4M")]
    [InlineData("\e[<66;3;4M")]
    [InlineData("\e[99999999999999999999~")]
    [InlineData("\e[E")]
    public void Answers_and_what_is_no_key_of_ours_write_nothing(string sent) => Assert.Equal(" x", string.Concat(Read(sent + " x").Select(Text)));

    [Theory]
    [InlineData("\e]11;rgb:ffff/ffff/ffff\e\\", true)]
    [InlineData("\e]11;rgb:1a1a/1b1b/2626\e\\", false)]
    [InlineData("\e]11;rgb:ff/ff/e0\a", true)]
    [InlineData("\e]11;rgba:0/0/0/ffff\a", false)]
    [InlineData("\e[?997;1n", false)]
    [InlineData("\e[?997;2n", true)]
    public void The_background_is_light_or_dark(string sent, bool isLight) =>
        Assert.Equal(new UserInput.BackgroundKnown(isLight), Assert.Single(Read(sent)));

    [Theory]
    [InlineData("\e[?62;22c", true, "BackgroundKnown True")]
    [InlineData("\e[?62;22c", null, "")]
    [InlineData("\e]11;rgb:0/0/0\e\\\e[?62;22c", true, "BackgroundKnown False")]
    public void What_the_environment_says_of_the_background_counts_when_the_terminal_says_nothing(string sent, bool? isLight, string expected)
    {
        var inputs = new List<UserInput>();
        new InputParser(isLight).Take(Encoding.UTF8.GetBytes(sent), inputs);
        Assert.Equal(expected, string.Join(' ', inputs.Cast<UserInput.BackgroundKnown>().Select(known => $"BackgroundKnown {known.IsLight}")));
    }

    [Fact]
    public void The_mouse_and_the_focus_are_told()
    {
        UserInput[] expected =
        [
            new UserInput.Moused(MouseAction.Press, 4, 2, Modifiers.None),
            new UserInput.Moused(MouseAction.Release, 4, 2, Modifiers.None),
            new UserInput.Moused(MouseAction.RightPress, 299, 0, Modifiers.Ctrl),
            new UserInput.Moused(MouseAction.MiddlePress, 0, 0, Modifiers.Alt),
            new UserInput.Moused(MouseAction.WheelUp, 0, 0, Modifiers.None),
            new UserInput.Moused(MouseAction.WheelDown, 0, 0, Modifiers.Shift),
            new UserInput.Moused(MouseAction.Press, 1, 1, Modifiers.None),
            new UserInput.Focused(true),
            new UserInput.Focused(false),
        ];

        Assert.Equal(expected, Read("\e[<0;5;3M\e[<0;5;3m\e[<18;300;1M\e[<9;1;1M\e[<64;1;1M\e[<69;1;1M\e[M\x20\x22\x22\e[I\e[O"));
    }

    [Fact]
    public void What_the_key_above_Enter_sends_is_Backspace()
    {
        var inputs = new List<UserInput>();
        new InputParser(erase: 0x08).Take("\b\x7f"u8, inputs);

        Assert.Equal("Backspace Ctrl+Backspace", string.Join(' ', inputs.Select(Text)));
    }

    [Theory]
    [InlineData("\e", "Escape")]
    [InlineData("\e\e", "Escape Escape")]
    [InlineData("\e[", "Alt+[")]
    [InlineData("\eO", "Alt+O")]
    [InlineData("\e]", "Alt+]")]
    public void What_only_begins_like_a_sequence_is_a_key_when_nothing_follows(string sent, string keys)
    {
        var parser = new InputParser();
        var inputs = new List<UserInput>();
        parser.Take(Encoding.UTF8.GetBytes(sent), inputs);
        Assert.Empty(inputs);
        Assert.NotNull(parser.Patience);

        parser.GiveUp(inputs);
        Assert.Null(parser.Patience);
        parser.Take("x"u8, inputs);

        Assert.Equal(keys + " x", string.Join(' ', inputs.Select(Text)));
    }

    [Fact]
    public void The_middle_of_a_sequence_is_waited_for()
    {
        var parser = new InputParser();
        var inputs = new List<UserInput>();
        parser.Take("\e[1;5"u8, inputs);
        Assert.Null(parser.Patience);
        parser.GiveUp(inputs);
        parser.Take("C"u8, inputs);

        Assert.Equal("Ctrl+Right", string.Join(' ', inputs.Select(Text)));
    }

    private static string Keys(string sent) => string.Join(' ', Read(sent).Select(Text));

    private static List<UserInput> Read(string sent)
    {
        var inputs = new List<UserInput>();
        new InputParser().Take(Encoding.UTF8.GetBytes(sent), inputs);
        return inputs;
    }

    private static string Text(UserInput input) => Assert.IsType<UserInput.Pressed>(input).Key.ToString();
}
