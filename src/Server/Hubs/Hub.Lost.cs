using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal;

namespace ChatRoom.Server.Hubs;

/// <summary>A journal that others share can lose what people were told, in a failover to a copy that was behind. They hear how much it was.</summary>
public sealed partial class Hub
{
    /// <summary>More than any copy lacks that is of any use.</summary>
    private const int MostSaid = 10_000;

    /// <summary>What was said lately, by its numbers.</summary>
    private readonly Queue<Sequence> _said = new();

    private void NoteSaid(Recorded recorded)
    {
        if (_isAlone || recorded.Event is not Event.Said)
            return;
        if (_said.Count == MostSaid)
            _said.Dequeue();
        _said.Enqueue(recorded.Sequence);
    }

    private string LostBy(JournalForkedException fork)
    {
        var (lines, events) = (_said.Count(said => said.CompareTo(fork.Agreed) > 0), fork.Known.Number - fork.Agreed.Number);
        return events == 0 ? "no line, but what was set or read last" : $"{(lines == MostSaid ? "more than " : "")}{Count(lines, "line")} that had been said here, the last of {Count(events, "event")}";
    }

    private static string Count(long number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";
}
