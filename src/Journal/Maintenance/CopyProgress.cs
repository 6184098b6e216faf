using ChatRoom.Domain.Names;

namespace ChatRoom.Journal.Maintenance;

/// <summary>How far a copy is, a line every few seconds: for who waits for a long one.</summary>
public sealed class CopyProgress(TimeProvider clock, Action<string> say)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    private long _said = clock.GetTimestamp();

    internal void Reached(string what, Sequence at, Sequence last)
    {
        if (at.Number % 1024 != 0 || clock.GetElapsedTime(_said) < Every)
            return;
        _said = clock.GetTimestamp();
        say($"{what} {at} of {last} events");
    }
}
