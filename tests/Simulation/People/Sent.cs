using ChatRoom.Simulation.Tests.Running;

namespace ChatRoom.Simulation.Tests.People;

/// <summary>A line that somebody wrote, with its label, and what was said in it under which id, if it says something.</summary>
public sealed record Sent(string Line, Moment At)
{
    public string? Label { get; init; }

    public string? Text { get; init; }

    public string? Id { get; init; }

    /// <summary>Other tags, as they are written.</summary>
    public string Tags { get; init; } = "";
}
