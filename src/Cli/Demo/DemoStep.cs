using ChatRoom.Tui.Input;

namespace ChatRoom.Cli.Demo;

/// <summary>One thing that happens in the demo.</summary>
internal abstract record DemoStep
{
    private DemoStep()
    {
    }

    public sealed record Waits(double Seconds) : DemoStep;

    /// <summary>A bot says something, in a room or to the person alone.</summary>
    /// <param name="Where">Null for the person.</param>
    public sealed record Says(string Speaker, string? Where, string Text) : DemoStep;

    /// <summary>A bot answers what the person said last.</summary>
    public sealed record Answers(string Speaker, string Text) : DemoStep;

    /// <summary>A bot reacts to what the person said last.</summary>
    public sealed record Reacts(string Speaker, string Emoji) : DemoStep;

    /// <summary>Letters are typed, as fast as people type.</summary>
    public sealed record Types(string Text) : DemoStep;

    public sealed record Presses(Key Key) : DemoStep;

    /// <summary>The connection breaks, and heals after that time. What comes next does not wait for it.</summary>
    public sealed record Breaks(double Seconds) : DemoStep;
}
