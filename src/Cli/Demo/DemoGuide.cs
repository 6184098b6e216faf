using ChatRoom.Tui.Input;

namespace ChatRoom.Cli.Demo;

/// <summary>Leads through the demo, until its end or until the person takes the keys.</summary>
/// <param name="pace">How fast, for tests: 1 is what people can follow.</param>
internal sealed class DemoGuide(DemoRoom room, TouredScreen screen, TimeProvider clock, double pace = 1)
{
    /// <summary>Between two letters: a quick writer.</summary>
    private const double Letter = 0.055;

    public async Task Lead(string nick, CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, screen.Taken);
        var breaking = Task.CompletedTask;
        try
        {
            foreach (var step in DemoTour.StepsFor(nick))
            {
                if (step is DemoStep.Breaks breaks)
                    breaking = room.Break(TimeSpan.FromSeconds(breaks.Seconds * pace), stop);
                else
                    await Do(step, nick, either.Token);
            }
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // Theirs from now on, whatever was half done.
        }
        room.IsToured = false;
        await breaking;
    }

    private async Task Do(DemoStep step, string nick, CancellationToken cancel)
    {
        switch (step)
        {
            case DemoStep.Waits s:
                await Wait(s.Seconds, cancel);
                break;
            case DemoStep.Says s:
                room.Say(s.Speaker, s.Where ?? nick, s.Text);
                break;
            case DemoStep.Answers s:
                room.Answer(s.Speaker, s.Text);
                break;
            case DemoStep.Reacts s:
                room.React(s.Speaker, s.Emoji);
                break;
            case DemoStep.Presses s:
                screen.Press(s.Key);
                break;
            case DemoStep.Breaks:
                throw new InvalidOperationException("What comes next does not wait for it.");
            case DemoStep.Types s:
                foreach (var letter in s.Text.EnumerateRunes())
                {
                    screen.Press(new Key(KeyName.Letter, letter));
                    await Wait(Letter, cancel);
                }
                break;
        }
    }

    private Task Wait(double seconds, CancellationToken cancel) => Task.Delay(TimeSpan.FromSeconds(seconds * pace), clock, cancel);
}
