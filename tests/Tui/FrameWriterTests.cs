using System.Text;
using ChatRoom.Irc;
using ChatRoom.Tui.Drivers.Ansi;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Tests;

public sealed class FrameWriterTests
{
    private static readonly FrameSize Size = new(10, 2);

    [Fact]
    public void Of_a_change_only_the_changed_cells_are_written()
    {
        var before = Text("hello", "world");

        Assert.Equal("\e[?2026h\e[?25l\e[0m\e[1;2Ha\e[0m\e[?2026l", Written(before, Text("hallo", "world")));
        Assert.Equal("", Written(before, Text("hello", "world")));
    }

    [Fact]
    public void Changes_that_are_near_each_other_are_written_as_one_and_others_are_not()
    {
        Assert.Equal("\e[?2026h\e[?25l\e[0m\e[1;1HJelly\e[0m\e[?2026l", Written(Text("hello", ""), Text("Jelly", "")));
        Assert.Equal("\e[?2026h\e[?25l\e[0m\e[1;1Hx\e[1;10Hy\e[0m\e[?2026l", Written(Text("a        b", ""), Text("x        y", "")));
    }

    [Fact]
    public void The_caret_alone_moves_without_a_picture()
    {
        var frame = Text("hello", "");

        Assert.Equal("\e[2;4H\e[?25h", Written(frame, frame with { Caret = new Caret(3, 1) }));
        Assert.Equal("\e[?25l", Written(frame with { Caret = new Caret(3, 1) }, frame));
        Assert.Equal("\e[?25l", Written(frame with { Caret = new Caret(3, 1) }, frame with { Caret = new Caret(10, 1) }));
    }

    [Theory]
    [InlineData(ColorDepth.Full, "\e[0;1;38;2;255;0;10;48;2;0;0;0m")]
    [InlineData(ColorDepth.TwoHundredFiftySix, "\e[0;1;38;5;196;48;5;16m")]
    [InlineData(ColorDepth.Sixteen, "\e[0;1;91;40m")]
    [InlineData(ColorDepth.None, "\e[0;1m")]
    public void A_style_is_told_in_the_colours_that_there_are(ColorDepth depth, string sequence)
    {
        var canvas = new Canvas(new FrameSize(1, 1), new Style(new Rgb(255, 0, 10), new Rgb(0, 0, 0), Emphasis.Bold));
        var bytes = new AnsiBytes();
        new FrameWriter(depth).Write(bytes, null, canvas.ToFrame(), new FrameSize(1, 1));

        Assert.Contains(sequence, Encoding.UTF8.GetString(bytes.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_stays_readable_where_two_colours_become_one()
    {
        foreach (var (fore, back) in new (Rgb, Rgb)[] { (new(30, 30, 30), new(0, 0, 0)), (new(250, 250, 250), new(255, 255, 255)), (new(0, 0, 220), new(10, 0, 240)) })
        {
            var bytes = new AnsiBytes();
            new FrameWriter(ColorDepth.Sixteen).Write(bytes, null, new Canvas(new FrameSize(1, 1), new Style(fore, back)).ToFrame(), new FrameSize(1, 1));
            var codes = Encoding.UTF8.GetString(bytes.Span).Split("\e[0;")[1].Split('m')[0].Split(';').Select(int.Parse).ToArray();

            Assert.NotEqual(codes[0] + 10, codes[1]);
        }
    }

    [Fact]
    public void Control_characters_in_a_frame_never_reach_the_terminal()
    {
        var row = ValueList.Create<StyledRun>([new("a\e]0;x\a\r\n\t\u009B\u202Eb\u0085", new Style(Link: "https://example.org/\e\\\a x"))]);
        var frame = new Frame(Size, [row, row], null, [], "ti\e\\tle\a");
        var bytes = new AnsiBytes();
        new FrameWriter(ColorDepth.Full).Write(bytes, null, frame, Size);
        var emulator = new Emulator();
        emulator.Resize(Size);

        emulator.Write(bytes.Span);

        Assert.Equal("a]0;xb", string.Concat(Enumerable.Range(0, 10).Select(x => emulator.At(x, 0).Text)).TrimEnd());
        Assert.Equal("https://example.org/%1B\\%07%20x", emulator.At(0, 1).Style.Link);
        Assert.Equal("ti \\tle ", emulator.Title);
        Assert.Equal(0, emulator.Bells);
    }

    [Theory]
    [InlineData("https://example.org/ä?q=1;2", "https://example.org/%C3%A4?q=1;2")]
    [InlineData("irc://irc.example.org/room", "irc://irc.example.org/room")]
    [InlineData("mailto:ann@example.org", "mailto:ann@example.org")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("https://", null)]
    [InlineData(null, null)]
    public void Only_links_of_known_kinds_go_out(string? address, string? sent) => Assert.Equal(sent, Hyperlink.Safe(address));

    [Fact]
    public void On_a_terminal_that_measures_otherwise_nothing_certain_moves()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var size = new FrameSize(10 + seed, 4);
            var terminal = new Emulator(isOld: true);
            terminal.Resize(size);
            var (writer, frames) = (new FrameWriter(ColorDepth.Full), new RandomFrames(seed));
            Frame? before = null;
            for (var round = 0; round < 30; round++)
            {
                var (frame, bytes) = (frames.Next(size, before), new AnsiBytes());
                writer.Write(bytes, before, frame, size);
                terminal.Write(bytes.Span);
                before = frame;
                CertainIsThere(frame, size, terminal);
            }
        }
    }

    private static void CertainIsThere(Frame frame, FrameSize size, Emulator terminal)
    {
        var cells = ShownCell.Of(frame, size);
        for (var y = 0; y < size.Rows; y++)
        {
            for (var x = 0; x < size.Columns; x++)
            {
                // A letter before an uncertain cluster may lose its half to it, and accents are drawn onto the letter by itself.
                if (cells[x, y].Text.Length == 1 && TextWidth.IsCertain(cells[x, y].Text))
                    Assert.Equal(cells[x, y], terminal.At(x, y));
            }
        }
    }

    private static Frame Text(params string[] rows)
    {
        var canvas = new Canvas(Size, default);
        for (var y = 0; y < rows.Length; y++)
            canvas.Write(0, y, rows[y], default);
        return canvas.ToFrame();
    }

    private static string Written(Frame before, Frame next)
    {
        var bytes = new AnsiBytes();
        new FrameWriter(ColorDepth.Full).Write(bytes, before, next, Size);
        return Encoding.UTF8.GetString(bytes.Span);
    }
}
