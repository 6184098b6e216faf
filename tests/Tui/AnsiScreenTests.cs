using System.Text;
using ChatRoom.Tui.Drivers;
using ChatRoom.Tui.Drivers.Ansi;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Tests;

public sealed class AnsiScreenTests : ScreenContract
{
    private static readonly AnsiTraits Traits = new(ColorDepth.Full, HasStrings: true, NotifiesBy777: false, IsTmux: false, IsLight: null);
    private static readonly FrameSize Size = new(20, 5);

    private readonly FakeTimeProvider _clock = new();
    private readonly FakeTerminal _terminal = new(Size);

    [Fact]
    public async Task The_terminal_is_given_back_as_it_was()
    {
        var before = _terminal.Emulator.Modes.ToHashSet();
        var screen = AnsiScreen.Open(_terminal, Traits, _clock);
        Assert.True(_terminal.IsRaw);
        Assert.Contains("?1049", _terminal.Emulator.Modes);
        Assert.DoesNotContain("?7", _terminal.Emulator.Modes);

        await screen.DisposeAsync();

        Assert.False(_terminal.IsRaw);
        Assert.False(_terminal.IsHeard);
        Assert.Equal([.. before, "?25", "?7"], _terminal.Emulator.Modes.Order());
    }

    [Fact]
    public async Task While_it_is_lent_nothing_is_written_and_nothing_read()
    {
        await using var screen = AnsiScreen.Open(_terminal, Traits, _clock);
        await screen.Lend(() =>
        {
            Assert.False(_terminal.IsRaw);
            Assert.False(_terminal.IsHeard);
            Assert.DoesNotContain("?1049", _terminal.Emulator.Modes);
            var writes = _terminal.Emulator.Writes;
            screen.Show(new RandomFrames(1).Next(Size));
            screen.Do(new Signal.Bell());
            Assert.Equal(writes, _terminal.Emulator.Writes);
            return Task.CompletedTask;
        });

        Assert.True(_terminal.IsRaw);
        Assert.True(_terminal.IsHeard);
        Assert.Contains("?1049", _terminal.Emulator.Modes);
    }

    [Fact]
    public async Task An_escape_alone_is_told_when_nothing_follows_in_time()
    {
        await using var screen = AnsiScreen.Open(_terminal, Traits, _clock);
        // The key before it shows that the driver has come to the escape, and waits.
        _terminal.Type("a\e");
        Assert.Equal(Pressed('a'), await screen.Inputs.ReadAsync());
        var next = screen.Inputs.ReadAsync().AsTask();
        while (!next.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(60));
            await Task.Yield();
        }

        Assert.Equal(new UserInput.Pressed(new Key(KeyName.Escape)), await next);
    }

    [Fact]
    public async Task A_process_that_stops_leaves_the_terminal_and_takes_it_again_when_it_goes_on()
    {
        await using var screen = AnsiScreen.Open(_terminal, Traits, _clock);
        var frame = new RandomFrames(2).Next(Size);
        screen.Show(frame);

        _terminal.Tell(new TerminalNews.Stopping());
        Assert.False(_terminal.IsRaw);
        Assert.DoesNotContain("?1049", _terminal.Emulator.Modes);

        _terminal.Tell(new TerminalNews.Resumed());
        Assert.Equal(new UserInput.Resized(Size), await screen.Inputs.ReadAsync());
        _terminal.Emulator.Resize(Size);
        screen.Show(frame);
        Assert.True(_terminal.IsRaw);
        Assert.Contains("?1049", _terminal.Emulator.Modes);
        Assert.NotEqual("?", _terminal.Emulator.At(0, 0).Text);
    }

    [Fact]
    public async Task Once_the_process_is_asked_to_end_the_terminal_is_not_taken_again()
    {
        await using var screen = AnsiScreen.Open(_terminal, Traits, _clock);
        _terminal.Tell(new TerminalNews.Ending());
        var writes = _terminal.Emulator.Writes;

        screen.Show(new RandomFrames(2).Next(Size));

        Assert.False(_terminal.IsRaw);
        Assert.Equal(writes, _terminal.Emulator.Writes);
    }

    [Fact]
    public async Task A_terminal_that_is_gone_is_told_once()
    {
        await using var screen = AnsiScreen.Open(_terminal, Traits, _clock);
        _terminal.Tell(new TerminalNews.Gone());
        _terminal.Tell(new TerminalNews.Gone());
        _terminal.Type("x");

        Assert.Equal(new UserInput.HungUp(), await screen.Inputs.ReadAsync());
        Assert.Equal(Pressed('x'), await screen.Inputs.ReadAsync());
    }

    [Fact]
    public async Task A_frame_is_one_write_and_the_same_one_again_is_none()
    {
        await using var screen = AnsiScreen.Open(_terminal, Traits, _clock);
        var writes = _terminal.Emulator.Writes;
        var frame = new RandomFrames(5).Next(Size);

        screen.Show(frame);
        Assert.Equal(writes + 1, _terminal.Emulator.Writes);
        screen.Show(frame);
        Assert.Equal(writes + 1, _terminal.Emulator.Writes);
    }

    [Theory]
    [InlineData(false, false, "]9;Ann: hi ; there")]
    [InlineData(true, false, "]777;notify;Ann;hi ; there")]
    [InlineData(false, true, "Ptmux;\e\e]9;Ann: hi ; there\e\e\\")]
    public async Task A_notification_goes_out_in_the_way_of_the_terminal(bool by777, bool isTmux, string expected)
    {
        await using var screen = AnsiScreen.Open(_terminal, Traits with { NotifiesBy777 = by777, IsTmux = isTmux }, _clock);
        screen.Do(new Signal.Notify("Ann", "hi\n;\athere"));

        Assert.Equal(expected, _terminal.Emulator.Strings[^1]);
    }

    [Fact]
    public async Task A_bell_rings_and_text_is_copied()
    {
        await using var screen = AnsiScreen.Open(_terminal, Traits, _clock);
        screen.Do(new Signal.Bell());
        screen.Do(new Signal.Copy("日本"));

        Assert.Equal(1, _terminal.Emulator.Bells);
        Assert.Equal("]52;c;" + Convert.ToBase64String(Encoding.UTF8.GetBytes("日本")), _terminal.Emulator.Strings[^1]);
    }

    [Fact]
    public async Task A_terminal_that_does_not_know_strings_gets_none()
    {
        await using (var screen = AnsiScreen.Open(_terminal, Traits with { HasStrings = false }, _clock))
        {
            screen.Show(new RandomFrames(1).Next(Size));
            screen.Do(new Signal.Notify("Ann", "hi"));
            screen.Do(new Signal.Copy("x"));
        }

        Assert.Empty(_terminal.Emulator.Strings);
        Assert.Equal("", _terminal.Emulator.Title);
        Assert.Equal(1, _terminal.Emulator.Bells);
    }

    protected override IDrivenScreen Open(FrameSize size) => new DrivenAnsiScreen(size, Traits, _clock);

    private static UserInput.Pressed Pressed(char letter) => new(Key.Of(letter));
}
