using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Irc;
using ChatRoom.Journal;

namespace ChatRoom.Server.Sessions.Answers;

/// <summary>What was said, page by page. A page is read when it is its turn to be sent, so asking fast costs nothing but waiting.</summary>
public static class HistoryAnswers
{
    public static IEnumerable<Written> Write(Standpoint from, HistoryPage page, Capability capabilities, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (!Find(from, page.Target).TryGet(out var found))
        {
            to.Writer.Source(to.Server).Command("FAIL"u8).Param("CHATHISTORY").Param("INVALID_TARGET").Param(page.Sub)
                .Param(Numeric.Word(page.Target)).Last("You are not in such a room, and nobody of that nickname is here").End();
            return [default];
        }
        return Batch(from.Info, capabilities, Read(from.History, page, found.Key, found.Audiences), found.Name, to);
    }

    private static IEnumerable<Written> Batch(
        ServerInfo info, Capability capabilities, IEnumerable<Recorded> messages, string target, Numeric to)
    {
        var isBatch = capabilities.HasFlag(Capability.Batch);
        var events = new EventWriter(info);
        var variant = Offered.DeliveryOptions(capabilities).Variant;
        const string batch = "history";
        if (isBatch)
            to.Writer.Source(to.Server).Command("BATCH"u8).Param($"+{batch}").Param("chathistory").Param(target).End();
        foreach (var message in messages)
        {
            events.Write(to.Writer, Under(message, target), variant, isBatch ? batch : "");
            yield return default;
        }
        if (isBatch)
            to.Writer.Source(to.Server).Command("BATCH"u8).Param($"-{batch}").End();
        yield return default;
    }

    /// <summary>A room may have been called otherwise when something was said there.</summary>
    private static Recorded Under(Recorded message, string target) =>
        message.Event is Event.Said { In: Conversation.InRoom place } said && place.Name.Text != target && RoomName.Parse(target).ToOption().TryGet(out var now)
            ? message with { Event = said with { In = place with { Name = now } } }
            : message;

    private static IEnumerable<Recorded> Read(IHistory history, HistoryPage page, ConversationKey key, Domain.Data.ValueList<Audience> audiences)
    {
        var (first, second) = (page.First.In(history), page.Second.In(history));
        IEnumerable<Recorded> Between(Sequence after, Sequence before, int most, bool fromEnd) =>
            history.Said(new HistoryQuery(key, audiences, after, before, most, fromEnd));
        switch (page.Sub)
        {
            case "LATEST":
                return Between(page.First.IsAny ? HistoryQuery.Beginning : first.Last, HistoryQuery.End, page.Most, true);
            case "BEFORE":
                return Between(HistoryQuery.Beginning, first.First, page.Most, true);
            case "AFTER":
                return Between(first.Last, HistoryQuery.End, page.Most, false);
            case "AROUND":
                // The message itself belongs to the later half.
                var before = Between(HistoryQuery.Beginning, first.First, page.Most / 2, true);
                return before.Concat(Between(new Sequence(first.First.Number - 1), HistoryQuery.End, page.Most - (page.Most / 2), false));
            case "BETWEEN" when first.First.CompareTo(second.First) <= 0:
                return Between(first.Last, second.First, page.Most, false);
            case "BETWEEN":
                return Between(second.Last, first.First, page.Most, true);
            default:
                throw new InvalidOperationException($"{page.Sub} is missing in Read.");
        }
    }

    /// <summary>The conversation that is meant, under its right name and not as it was typed.</summary>
    private static Option<(ConversationKey Key, Domain.Data.ValueList<Audience> Audiences, string Name)> Find(Standpoint from, string target)
    {
        var world = from.World;
        if (!world.Person(from.Connection).TryGet(out var self))
            return default;
        return RoomName.Parse(target).Match(
            name => world.Room(name).Bind(room => room.Members.Find(self.Id).Map(rights => (ConversationKey.Of(room.Id), Audiences.HeardBy(rights), room.Name.Text))),
            _ => Nick.Parse(target).ToOption().Bind(nick => Other(world, nick))
                .Map(other => (ConversationKey.Of(Party.Of(self.Who), other.Party), Audiences.HeardBy(Rights.None), other.Name)));
    }

    /// <summary>Who is called that, or whose account it is while they are not there.</summary>
    private static Option<(Party Party, string Name)> Other(World world, Nick nick)
    {
        if (world.Person(nick).TryGet(out var person))
            return (Party.Of(person.Who), person.Nick.Text);
        return world.Owner(nick).Map(account => ((Party)new Party.Member(account.Id), account.Name.Text));
    }
}
