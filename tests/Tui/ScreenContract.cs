using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Tests;

/// <summary>What every driver does alike.</summary>
public abstract class ScreenContract
{
    private static readonly Style Plain = new(new Rgb(200, 200, 200), new Rgb(20, 20, 40));

    public static TheoryData<int, int> Sizes => new() { { 80, 24 }, { 40, 12 }, { 120, 40 }, { 20, 5 }, { 3, 2 }, { 2, 1 }, { 1, 1 } };

    protected abstract IDrivenScreen Open(FrameSize size);

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task A_screen_shows_one_frame_after_the_other(int columns, int rows)
    {
        var size = new FrameSize(columns, rows);
        await using var driven = Open(size);
        var frames = new RandomFrames(seed: columns);
        Frame? frame = null;

        for (var i = 0; i < 60; i++)
        {
            frame = frames.Next(size, frame);
            driven.Screen.Show(frame);
            Shows(driven, frame, size);
        }
    }

    [Fact]
    public async Task A_screen_that_is_resized_tells_it_and_shows_the_next_frame_as_a_whole()
    {
        await using var driven = Open(new FrameSize(30, 8));
        var frames = new RandomFrames(seed: 7);
        foreach (var size in new FrameSize[] { new(30, 8), new(50, 12), new(10, 3), new(1, 1), new(33, 9) })
        {
            driven.Screen.Show(frames.Next(driven.Screen.Size));
            driven.Resize(size);
            if (size != new FrameSize(30, 8))
                Assert.Equal(new UserInput.Resized(size), await Next<UserInput.Resized>(driven));

            Assert.Equal(size, driven.Screen.Size);
            var frame = frames.Next(size);
            driven.Screen.Show(frame);
            Shows(driven, frame, size);
        }
    }

    [Theory]
    [InlineData(10, 3)]
    [InlineData(31, 9)]
    [InlineData(1, 1)]
    [InlineData(29, 20)]
    public async Task A_frame_of_another_size_is_shown_as_far_as_it_fits(int columns, int rows)
    {
        var size = new FrameSize(30, 8);
        await using var driven = Open(size);
        var frames = new RandomFrames(seed: columns);
        driven.Screen.Show(frames.Next(size));

        var frame = frames.Next(new FrameSize(columns, rows));
        driven.Screen.Show(frame);

        Shows(driven, frame, size);
    }

    [Fact]
    public async Task The_caret_is_where_the_frame_has_it_or_hidden()
    {
        await using var driven = Open(new FrameSize(20, 5));
        foreach (var caret in new Caret?[] { new(3, 2), null, new(19, 4), new(0, 0), null })
        {
            driven.Screen.Show(new Canvas(new FrameSize(20, 5), Plain) { Caret = caret }.ToFrame());

            driven.Settle();
            Assert.Equal(caret, driven.Caret);
        }
    }

    [Fact]
    public async Task Keys_come_in_the_order_in_which_they_were_pressed()
    {
        Key[] keys =
        [
            Key.Of('a'), Key.Of('Z'), Key.Of(' '), Key.Of('é'), Key.Of('日'), new(KeyName.Enter), new(KeyName.Tab), new(KeyName.Backspace), new(KeyName.Up),
            new(KeyName.PageDown), new(KeyName.Home), new(KeyName.Delete), new(KeyName.F1), new(KeyName.F12), Key.Of('q', Modifiers.Ctrl), Key.Of('c', Modifiers.Ctrl),
            Key.Of('z', Modifiers.Ctrl), Key.Of('x', Modifiers.Alt), new(KeyName.Left, Modifiers: Modifiers.Alt), new(KeyName.Right, Modifiers: Modifiers.Ctrl),
            new(KeyName.Tab, Modifiers: Modifiers.Shift), new(KeyName.Up, Modifiers: Modifiers.Shift),
        ];
        await using var driven = Open(new FrameSize(20, 5));

        foreach (var key in keys)
        {
            driven.Press(key);
            Assert.Equal(key, (await Next<UserInput.Pressed>(driven)).Key);
        }
    }

    [Fact]
    public async Task What_is_pasted_comes_as_a_whole()
    {
        await using var driven = Open(new FrameSize(20, 5));
        driven.Paste("one\ntwo 日本 👍\nthree");

        Assert.Equal("one\ntwo 日本 👍\nthree", (await Next<UserInput.Pasted>(driven)).Text);
    }

    [Fact]
    public async Task A_click_comes_with_its_cell()
    {
        await using var driven = Open(new FrameSize(20, 5));
        driven.Click(7, 3);

        Assert.Equal(new UserInput.Moused(MouseAction.Press, 7, 3, Modifiers.None), await Next<UserInput.Moused>(driven));
    }

    [Fact]
    public async Task A_screen_that_was_lent_shows_the_next_frame_as_a_whole()
    {
        var size = new FrameSize(20, 5);
        await using var driven = Open(size);
        var frame = new RandomFrames(seed: 3).Next(size);
        driven.Screen.Show(frame);
        var wasLent = false;

        await driven.Screen.Lend(() =>
        {
            wasLent = true;
            return Task.CompletedTask;
        });
        driven.Screen.Show(frame);

        Assert.True(wasLent);
        Shows(driven, frame, size);
        driven.Press(Key.Of('k'));
        Assert.Equal(Key.Of('k'), (await Next<UserInput.Pressed>(driven)).Key);
    }

    [Fact]
    public async Task Of_a_closed_screen_nothing_more_is_told_and_it_can_be_closed_twice()
    {
        var driven = Open(new FrameSize(20, 5));
        driven.Screen.Show(new RandomFrames(seed: 1).Next(new FrameSize(20, 5)));
        await driven.DisposeAsync();
        await driven.DisposeAsync();

        await foreach (var input in driven.Screen.Inputs.ReadAllAsync())
            Assert.IsNotType<UserInput.HungUp>(input);
        Assert.True(driven.Screen.Inputs.Completion.IsCompleted);
    }

    private static void Shows(IDrivenScreen driven, Frame frame, FrameSize size)
    {
        driven.Settle();
        var expected = ShownCell.Of(frame, size);
        for (var y = 0; y < size.Rows; y++)
        {
            for (var x = 0; x < size.Columns; x++)
            {
                var shown = driven.At(x, y);
                Assert.True(expected[x, y] == shown, $"{x},{y} shows {shown} and not {expected[x, y]}");
            }
        }
    }

    private static async Task<T> Next<T>(IDrivenScreen driven)
        where T : UserInput
    {
        while (true)
        {
            if (await driven.Screen.Inputs.ReadAsync() is T input)
                return input;
        }
    }
}
