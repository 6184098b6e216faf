using System.Globalization;
using System.Text;
using ChatRoom.Domain;
using ChatRoom.Irc;
using ChatRoom.Server.Journal;

namespace ChatRoom.Server.Sessions;

/// <summary>
/// CHATHISTORY (draft/chathistory): a page of what was said in a room that one is in, or with a person who is there.
/// A page is read when it is its turn to be sent, so asking fast costs nothing but waiting.
/// </summary>
public static class History
{
    public static void Ask(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        var words = new string[line.Count];
        for (var i = 0; i < words.Length; i++)
            words[i] = Encoding.UTF8.GetString(line[i]);
        var sub = words[0].ToUpperInvariant();
        var isBetween = sub == "BETWEEN";
        if (sub is not ("LATEST" or "BEFORE" or "AFTER" or "AROUND" or "BETWEEN"))
        {
            Fail(session, "UNKNOWN_COMMAND", words[0], "CHATHISTORY knows LATEST, BEFORE, AFTER, AROUND and BETWEEN");
            return;
        }
        if (words.Length < (isBetween ? 5 : 4))
        {
            Fail(session, "NEED_MORE_PARAMS", sub, $"CHATHISTORY {sub} needs a target, {(isBetween ? "two messages" : "a message")} and a number");
            return;
        }
        if (!int.TryParse(words[isBetween ? 4 : 3], NumberStyles.None, CultureInfo.InvariantCulture, out var most) || most < 1)
        {
            Fail(session, "INVALID_PARAMS", sub, $"The number of messages must be 1 to {Limits.HistoryPage}");
            return;
        }
        if (!Place(session, words[2], sub == "LATEST").TryGet(out var first)
            || !(isBetween ? Place(session, words[3], false) : first).TryGet(out var second))
        {
            Fail(session, "INVALID_PARAMS", sub, "A message is named by msgid=... of this server or timestamp=YYYY-MM-DDThh:mm:ss.sssZ");
            return;
        }
        var page = new Page(sub, words[1], first, second, Math.Min(most, Limits.HistoryPage));
        // As they are at this place: the session may have asked for others by the time the page is written.
        var capabilities = session.Capabilities;
        session.Ask((world, to) => Write(session, world, page, capabilities, to));
    }

    private static IEnumerable<Written> Write(Session session, World world, Page page, Capability capabilities, Numeric to)
    {
        if (!Conversation(session, world, page.Target).TryGet(out var found))
        {
            to.Writer.Source(to.Server).Command("FAIL"u8).Param("CHATHISTORY").Param("INVALID_TARGET").Param(page.Sub)
                .Param(Numeric.Word(page.Target)).Last("You are not in such a room, and nobody of that nickname is here").End();
            return [default];
        }
        return Batch(session.Host.Info, capabilities, Read(session.Host.History, page, found.Key, found.Audience), page.Target, to);
    }

    private static IEnumerable<Written> Batch(
        ServerInfo info, Capability capabilities, IEnumerable<Recorded> messages, string target, Numeric to)
    {
        var isBatch = capabilities.HasFlag(Capability.Batch);
        var events = new EventWriter(info);
        var variant = Offered.Hearing(capabilities).Variant;
        const string batch = "history";
        if (isBatch)
            to.Writer.Source(to.Server).Command("BATCH"u8).Param($"+{batch}").Param("chathistory").Param(target).End();
        foreach (var message in messages)
        {
            events.Write(to.Writer, message, variant, isBatch ? batch : "");
            yield return default;
        }
        if (isBatch)
            to.Writer.Source(to.Server).Command("BATCH"u8).Param($"-{batch}").End();
        yield return default;
    }

    private static IEnumerable<Recorded> Read(IHistory history, Page page, ConversationKey key, Audience audience)
    {
        var (first, second) = (page.First.In(history), page.Second.In(history));
        IEnumerable<Recorded> Between(Sequence after, Sequence before, int most, bool fromEnd) =>
            history.Said(new HistoryQuery(key, audience, after, before, most, fromEnd));
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

    private static Option<(ConversationKey Key, Audience Audience)> Conversation(Session session, World world, string target)
    {
        if (!world.Person(session.Id).TryGet(out var self))
            return default;
        return RoomName.Parse(target).Match(
            name => world.Room(name).Bind(room => room.Members.Find(self.Id).Map(role => (ConversationKey.Of(room.Id), (Audience)(int)role))),
            _ => Domain.Nick.Parse(target).ToOption().Bind(world.Person)
                .Map(other => (ConversationKey.Of(Party.Of(self.Who), Party.Of(other.Who)), Audience.Everyone)));
    }

    private static Option<HistoryPlace> Place(Session session, string word, bool mayBeAny)
    {
        if (mayBeAny && word == "*")
            return HistoryPlace.Any;
        if (word.StartsWith("msgid=", StringComparison.Ordinal))
            return MessageIds.Parse(session.Host.Info.Epoch, word["msgid=".Length..]).Map(HistoryPlace.Of);
        return word.StartsWith("timestamp=", StringComparison.Ordinal) && ServerTime.TryParse(word.AsSpan("timestamp=".Length), out var moment)
            ? HistoryPlace.Of(new Timestamp(moment))
            : Option<HistoryPlace>.None;
    }

    private static void Fail(Session session, string code, string about, string text) => session.Fail("CHATHISTORY", code, about, text);

    private sealed record Page(string Sub, string Target, HistoryPlace First, HistoryPlace Second, int Most);
}
