using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Irc;
using ChatRoom.Journal;

namespace ChatRoom.Server.Sessions.Answers;

/// <summary>CHATHISTORY TARGETS: the rooms that one is in and those with whom one wrote, by when something was said there last.</summary>
public static class TargetAnswers
{
    public static IEnumerable<Written> Write(Standpoint from, IrcQuestion.HistoryTargets question, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(question);
        try
        {
            return Batch(question, Found(from, question), to);
        }
        catch (JournalLostException lost)
        {
            HistoryAnswers.Unreadable(to, "TARGETS", lost);
            return [default];
        }
    }

    private static List<(string Name, Recorded Last)> Found(Standpoint from, IrcQuestion.HistoryTargets question)
    {
        var isBackwards = question.First.CompareTo(question.Second) > 0;
        var (after, before) = isBackwards ? (question.Second, question.First) : (question.First, question.Second);
        return [.. Conversations(from)
            .Select(target => (target.Name, Last: Last(from.History, target)!))
            .Where(one => one.Last is { } last && after.CompareTo(last.At) < 0 && last.At.CompareTo(before) < 0)
            .OrderBy(one => one.Last.Sequence)];
    }

    private static IEnumerable<Written> Batch(IrcQuestion.HistoryTargets question, List<(string Name, Recorded Last)> found, Numeric to)
    {
        var isBackwards = question.First.CompareTo(question.Second) > 0;
        var page = isBackwards ? found.TakeLast(question.Most) : found.Take(question.Most);
        var batch = HistoryAnswers.Open(question.Capabilities, isEnd: found.Count <= question.Most, to, "draft/chathistory-targets");
        foreach (var (name, last) in page)
        {
            if (batch is not null)
                to.Writer.Tag("batch"u8, batch);
            to.Writer.Source(to.Server).Command("CHATHISTORY"u8).Param("TARGETS").Param(name).Param(ServerTime.Format(last.At.Milliseconds)).End();
            yield return default;
        }
        HistoryAnswers.Close(batch, to);
        yield return default;
    }

    private static Recorded? Last(IHistory history, HistoryTarget target) =>
        history.Said(new HistoryQuery(target.Key, target.Audiences, HistoryQuery.Beginning, HistoryQuery.End, 1, true)) is [var last] ? last : null;

    /// <summary>All that somebody can ask for: the rooms that they are in, and those with whom they wrote.</summary>
    internal static IEnumerable<HistoryTarget> Conversations(Standpoint from)
    {
        if (!from.World.Person(from.Connection).TryGet(out var self))
            return [];
        var rooms = self.Rooms.Select(id => from.World.Rooms[id]).Select(room => HistoryTarget.Of(room, room.RightsOf(self.Id)));
        return rooms.Concat(Pairs(from, self).Select(pair => pair.Target));
    }

    /// <summary>The private conversations of somebody that can be asked for.</summary>
    internal static IEnumerable<(Party Other, HistoryTarget Target)> Pairs(Standpoint from, Person self)
    {
        var own = Party.Of(self.Who);
        return from.History.Pairs(own)
            .SelectMany(key => key.Other(own).Bind(other => Name(from.World, other).Map(name => (other, HistoryTarget.Of(self, other, name)))).AsEnumerable());
    }

    /// <summary>By which name the conversation can be asked for; none for a guest who is gone, and for an account that is no more.</summary>
    private static Option<string> Name(World world, Party party) => party switch
    {
        Party.Guest guest => world.People.Find(guest.Person).Map(person => person.Nick.Text),
        Party.Member member when world.Member(member.Account).TryGet(out var person) => person.Nick.Text,
        Party.Member member => world.Accounts.Find(member.Account).Map(account => account.Name.Text),
    };
}
