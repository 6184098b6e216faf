using System.Text;
using ChatRoom.Tui.Drivers;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Tests.Pty;

/// <summary>What a screen has to do on a real terminal to be the default: both are held to the same, byte by byte.</summary>
[Collection(nameof(TerminalContract))]
public abstract class TerminalContract(string ui)
{
    /// <summary>What one key may cost on the wire, with room for a caret that moves.</summary>
    private const int MostBytesOfAKey = 160;

    private static readonly FrameSize Usual = new(80, 24);

    /// <summary>Modes that a terminal has set before any program.</summary>
    private static readonly string[] Usually = ["25", "7"];

    private static readonly string[] Texts =
    [
        "Tiếng Việt có dấu: những buổi chiều ở phố cổ, ",
        "日本語の長い文章をここに貼り付けます。",
        "👨‍👩‍👧‍👦👩🏽‍🚀🏳️‍🌈🇻🇳 ",
    ];

    private static readonly (string Typed, string Told)[] Keys =
    [
        ("\e", "None Escape"), ("\r", "None Enter"), ("\x7F", "None Backspace"), ("\t", "None Tab"), ("\e[Z", "Shift Tab"), ("\e[A", "None Up"),
        ("\e[1;5C", "Ctrl Right"), ("\eOP", "None F1"), ("\e[24~", "None F12"), ("\eb", "Alt Letter b"), ("\x1A", "Ctrl Letter z"),
        ("\x03", "Ctrl Letter c"), ("👍", "None Letter 👍"), ("ở", "None Letter ở"),
    ];

    /// <summary>Each character of a long text stands once on each border that there is for somebody who reads in pieces.</summary>
    [Fact]
    public async Task Pastes_of_three_kilobytes_arrive_whole_at_every_offset()
    {
        await using var screen = await HostedScreen.Open(ui, Usual);
        foreach (var piece in Texts)
        {
            var text = string.Concat(Enumerable.Repeat(piece, 3_000 / Encoding.UTF8.GetByteCount(piece) + 1));
            for (var offset = 0; offset < 32; offset++)
            {
                var pasted = new string('x', offset) + text;
                screen.Type($"\e[200~{pasted}\e[201~");
                Assert.Equal(pasted, await Pasted(screen));
            }
        }
    }

    [Fact]
    public async Task Pastes_that_come_byte_by_byte_arrive_whole()
    {
        await using var screen = await HostedScreen.Open(ui, Usual);
        foreach (var piece in Texts)
        {
            foreach (var one in Encoding.UTF8.GetBytes($"\e[200~{piece}\r\n{piece}\e[201~"))
                screen.Terminal.Type([one]);

            Assert.Equal($"{piece}\n{piece}", await Pasted(screen));
        }
    }

    [Fact]
    public async Task A_key_is_told_and_shown_for_a_few_bytes_and_nothing_else_is_written()
    {
        await using var screen = await HostedScreen.Open(ui, Usual);
        screen.Type("a");
        await screen.Hears("pressed None Letter a");
        await screen.Sees("a");
        foreach (var key in "bcdefghijklmnopéw日")
        {
            var before = screen.Terminal.Length;
            screen.Type($"{key}");
            await screen.Hears($"pressed None Letter {key}");
            await screen.Sees($"{key}");
            Assert.InRange(screen.Terminal.Length - before, 1, MostBytesOfAKey);
            Assert.Equal("", screen.OutsideFrames(before));
        }
    }

    [Fact]
    public async Task Keys_come_as_terminals_send_them()
    {
        await using var screen = await HostedScreen.Open(ui, Usual);
        foreach (var (typed, told) in Keys)
        {
            screen.Type(typed);
            Assert.StartsWith(told, await screen.Hears("pressed"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Clicks_the_wheel_and_the_focus_are_asked_for_and_told_and_movements_are_not()
    {
        await using var screen = await HostedScreen.Open(ui, Usual);
        foreach (var (mode, isSet) in new[] { ("1000", true), ("1006", true), ("1004", true), ("2004", true), ("1049", true) })
            Assert.Equal(isSet, screen.Modes.GetValueOrDefault(mode));
        Assert.False(screen.Modes.GetValueOrDefault("1003"));
        Assert.False(screen.Modes.GetValueOrDefault("7", true));

        screen.Type("\e[<0;8;4M\e[<0;8;4m\e[<64;3;2M\e[O\e[I");

        Assert.Equal("Press 7,3", await screen.Hears("moused"));
        Assert.Equal("Release 7,3", await screen.Hears("moused"));
        Assert.Equal("WheelUp 2,1", await screen.Hears("moused"));
        Assert.Equal("False", await screen.Hears("focused"));
        Assert.Equal("True", await screen.Hears("focused"));
    }

    [Fact]
    public async Task A_new_size_is_told_and_shown_also_in_a_storm_of_them()
    {
        await using var screen = await HostedScreen.Open(ui, Usual);
        screen.Resize(new FrameSize(40, 12));
        Assert.Equal("40x12", await screen.Hears("resized"));
        await screen.Sees("-");

        for (var round = 0; round < 300; round++)
            screen.Terminal.Resize(new FrameSize(20 + round % 90, 5 + round % 40));
        screen.Resize(new FrameSize(101, 31));

        await screen.Hears("resized 101x31");
        screen.Type("k");
        await screen.Hears("pressed None Letter k");
        await screen.Sees("k");
    }

    [Theory]
    [InlineData("NO_COLOR", "1", "xterm-256color", null)]
    [InlineData("LANG", "C.UTF-8", "vt100", null)]
    [InlineData("LANG", "C.UTF-8", "xterm", "3[0-7]|9[0-7]")]
    [InlineData("LANG", "C.UTF-8", "no-such-terminal", "3[0-7]|9[0-7]")]
    [InlineData("LANG", "C.UTF-8", "xterm-256color", "38;5;208")]
    [InlineData("COLORTERM", "truecolor", "xterm-256color", "38;2;255;135;0")]
    public async Task Colours_are_as_deep_as_the_terminal_has_them(string variable, string value, string terminal, string? colour)
    {
        await using var screen = await HostedScreen.Open(ui, Usual, (variable, value), ("TERM", terminal));
        screen.Type("k");
        await screen.Sees("k");

        var colours = screen.Colours;
        if (colour is null)
            Assert.DoesNotMatch("(^|[ ;])([349][0-8]|10[0-7])([; ]|$)", colours);
        else
            Assert.Matches($"(^|[ ;])({colour})([; ]|$)", colours);
        if (colour?.StartsWith("38;2", StringComparison.Ordinal) != true)
            Assert.DoesNotContain("8;2;", colours, StringComparison.Ordinal);
        if (colour?.StartsWith("38", StringComparison.Ordinal) != true)
            Assert.DoesNotContain("8;5;", colours, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dumb", "TERM=dumb says")]
    [InlineData("unknown", "TERM=unknown says")]
    [InlineData("", "TERM is not set")]
    public async Task A_terminal_that_can_show_no_screen_is_left_alone(string terminal, string why)
    {
        await using var screen = HostedScreen.Start(ui, Usual, ("TERM", terminal));

        Assert.StartsWith(why, await screen.Hears("refused"), StringComparison.Ordinal);
        Assert.Equal(1, await screen.Exit());
        Assert.Empty(screen.Terminal.Written);
        Assert.Equal(screen.Before, screen.Terminal.Settings);
    }

    [Theory]
    [InlineData("\x11", null, 0)]
    [InlineData("\x18", null, 134)]
    [InlineData(null, "TERM", 143)]
    [InlineData(null, "HUP", 0)]
    public async Task The_terminal_is_given_back_however_it_ends(string? key, string? signal, int exitCode)
    {
        await using var screen = await HostedScreen.Open(ui, Usual);
        Assert.NotEqual(screen.Before, screen.Terminal.Settings);
        if (key is not null)
            screen.Type(key);
        else
            screen.Signal(signal!);

        Assert.Equal(exitCode, await screen.Exit());
        Assert.Equal(screen.Before, screen.Terminal.Settings);
        Assert.All(screen.Modes, mode => Assert.True(mode.Value == Usually.Contains(mode.Key), $"{mode.Key} is left {mode.Value}"));
    }

    [Fact]
    public async Task A_terminal_whose_window_is_closed_ends_the_program()
    {
        await using var screen = await HostedScreen.Open(ui, Usual);
        screen.Terminal.HangUp();

        await screen.Hears("hung up");
        Assert.Equal(0, await screen.Exit());
    }

    [Fact]
    public async Task A_process_that_is_stopped_leaves_the_terminal_and_takes_it_again()
    {
        await using var screen = await HostedScreen.Open(ui, Usual);
        screen.Signal("TSTP");
        await screen.Terminal.Until(_ => screen.Modes["1049"] == false, "leaving");
        await screen.Stopped();
        Assert.Equal(screen.Before, screen.Terminal.Settings);

        screen.Signal("CONT");
        await screen.Terminal.Until(_ => screen.Modes["1049"], "coming back");
        screen.Type("k");
        await screen.Hears("pressed None Letter k");
        await screen.Sees("k");
    }

    private static async Task<string> Pasted(HostedScreen screen) => Encoding.UTF8.GetString(Convert.FromBase64String(await screen.Hears("pasted")));
}

public sealed class AnsiTerminalTests() : TerminalContract(Screens.Ansi);

public sealed class TerminalGuiTerminalTests() : TerminalContract(Screens.TerminalGui);
