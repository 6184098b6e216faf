using System.Threading.Channels;
using ChatRoom.Tui.Drivers;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Loop;

/// <summary>
/// One loop owns the screen: it takes what the person did first, then what else has happened, a bounded part of it, and draws once for all of
/// that. So a key is answered within a frame, however much is said.
/// </summary>
/// <param name="did">What the person does.</param>
/// <param name="happened">Everything else; its writer waits when the screen is busy.</param>
/// <param name="heard">Says whether the picture may be another one now.</param>
/// <param name="show">The picture of now, for a screen of that size; null while somebody else has the terminal.</param>
internal sealed class ScreenLoop<T>(
    IScreen screen, ChannelReader<T> happened, Action<UserInput> did, Func<T, bool> heard, Func<FrameSize, Frame?> show, TimeProvider clock)
{
    /// <summary>So many happenings are taken before the person is looked after again: some milliseconds' worth.</summary>
    private const int Most = 256;

    /// <summary>Nobody sees more than 60 pictures a second. What the person does is shown at once.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(16);

    private Task<bool>? _moreInput;
    private Task<bool>? _moreNews;
    private long _drawn = clock.GetTimestamp() - clock.TimestampFrequency;
    private bool _isDirty = true;

    public async Task Run(Func<bool> isOver)
    {
        while (true)
        {
            var hasInput = TakeInputs();
            var hasNews = TakeNews();
            if (isOver())
                return;
            var wait = hasInput ? TimeSpan.Zero : Pace - clock.GetElapsedTime(_drawn);
            if (_isDirty && wait <= TimeSpan.Zero)
                Draw();
            else if (!hasInput && !hasNews)
                await More(_isDirty ? wait : Timeout.InfiniteTimeSpan);
        }
    }

    private bool TakeInputs()
    {
        var any = false;
        while (screen.Inputs.TryRead(out var input))
        {
            did(input);
            any = _isDirty = true;
        }
        return any;
    }

    private bool TakeNews()
    {
        var taken = 0;
        for (; taken < Most && happened.TryRead(out var news); taken++)
            _isDirty |= heard(news);
        return taken > 0;
    }

    private void Draw()
    {
        _drawn = clock.GetTimestamp();
        if (show(screen.Size) is not { } frame)
            return;
        screen.Show(frame);
        _isDirty = false;
    }

    private async Task More(TimeSpan atMost)
    {
        _moreInput ??= screen.Inputs.WaitToReadAsync().AsTask();
        _moreNews ??= happened.WaitToReadAsync().AsTask();
        using var late = new CancellationTokenSource();
        var patience = Task.Delay(atMost, clock, late.Token);
        await Task.WhenAny(_moreInput, _moreNews, patience);
        await late.CancelAsync();
        if (_moreInput is { IsCompleted: true } input)
        {
            // A driver that failed says so here; one that has ended hears and shows nothing any more.
            if (!await input)
                did(new UserInput.HungUp());
            _moreInput = null;
        }
        if (_moreNews is { IsCompleted: true } news)
        {
            await news;
            _moreNews = null;
        }
    }
}
