using System.Collections.Immutable;
using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;
using ChatRoom.Irc;
using FsCheck;
using FsCheck.Fluent;

namespace ChatRoom.Client.Tests;

/// <summary>What holds whatever a server says and a person wishes.</summary>
public class ChatPropertyTests
{
    private static readonly Gen<string> Nick = Gen.Elements("Tuan", "tuan", "Duy", "DUY", "Bob", "Zoe", "龍", "s");

    private static readonly Gen<string> Target = Gen.Elements("#lobby", "#LOBBY", "#tea", "@#lobby", "Tuan", "Duy", "#unknown", "");

    private static readonly Gen<string> Tags = Gen.Frequency(
        (4, Gen.Constant("")),
        (4, Gen.Choose(0, 9).Select(id => $"@msgid=m{id} ")),
        (3, Gen.Choose(0, 9).Select(id => $"@batch=b;msgid=m{id};time=2026-11-20T{id + 5:00}:00:00.000Z ")),
        (1, Gen.Choose(0, 9).Select(id => $"@batch=x;msgid=m{id} ")),
        (1, Gen.Choose(1, 5).Select(id => $"@label=p{id} ")),
        (1, Gen.Choose(1, 5).Select(id => $"@label=o{id} ")),
        (1, Gen.Choose(0, 9).Select(id => $"@+draft/react=👍;+draft/reply=m{id} ")));

    private static readonly Gen<string> Line =
        from tags in Tags
        from nick in Nick
        from target in Target
        from other in Nick
        from command in Gen.Elements(
            "PRIVMSG {t} :Tuan?", "PRIVMSG {t} :\u0001ACTION waves\u0001", "NOTICE {t} :ding", "JOIN {t}", "PART {t} :bye", "QUIT :gone", "NICK {o}",
            "KICK {t} {o} :out", "MODE {t} +o-v {o} {o}", "MODE {t}", "TOPIC {t} :tea", "TAGMSG {t}", "REDACT {t} m1", "INVITE {o} {t}", "AWAY :x", "AWAY",
            "353 Tuan = {t} :@{o} +{n}", "366 Tuan {t} :End", "332 Tuan {t} :tea", "473 Tuan {t} :no", "404 Tuan {t} :no", "401 Tuan {o} :no",
            "BATCH +b chathistory {t}", "BATCH -b", "BATCH +x draft/multiline {t}", "BATCH -x", "PONG s 1", "PONG s 9", "FAIL CHATHISTORY X {t} :no",
            "311 Tuan {o} u h * :r", "317 Tuan {o} 99999999999999999999 9", "352", "PRIVMSG", "JOIN", "NICK", "KICK", "BATCH", "FAIL", "005 Tuan PREFIX= :x",
            "005 Tuan CASEMAPPING=rfc1459 PREFIX=(qo)~@ :x", "CAP Tuan DEL :batch", "CAP Tuan ACK :batch")
        select Parse($"{tags}:{nick}!u@h {command.Replace("{t}", target).Replace("{o}", other).Replace("{n}", nick)}");

    private static readonly Gen<ChatWish> Wish =
        from target in Target
        from id in Gen.Choose(0, 9)
        from wish in Gen.Elements<ChatWish>(
            new ChatWish.Look(target), new ChatWish.Open(target), new ChatWish.Close(target, ""), new ChatWish.Say(target, "one\ntwo", Manner.Message, (UInt128)id),
            new ChatWish.Retry(target, (UInt128)id, 99), new ChatWish.Discard(target, (UInt128)id), new ChatWish.React(target, $"m{id}", "👍", false),
            new ChatWish.Type(target, true, Conversation.Now), new ChatWish.ReadAt(target, id), new ChatWish.LoadOlder(target), new ChatWish.LoadNewer(target),
            new ChatWish.LoadLatest(target), new ChatWish.LoadAround(target, Conversation.Now, $"m{id}"), new ChatWish.Search(target, "tea"),
            new ChatWish.Ignore("Duy", id < 3), new ChatWish.Command(target, Message.Of("WHOIS", "Duy")), new ChatWish.Away(null))
        select wish;

    private static readonly Gen<object[]> Anything =
        Gen.Frequency((6, Line.Select(line => (object)line)), (1, Wish.Select(wish => (object)wish))).ArrayOf();

    [Fact]
    public void Whatever_happens_the_chat_stays_whole() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(150).WithEndSize(120), Prop.ForAll(
        Anything.ToArbitrary(),
        all =>
        {
            var chat = Chatting.InRoom(Chatting.Modern + " draft/multiline");
            foreach (var one in all)
            {
                if (one is string line)
                    chat.Hear(line);
                else
                    chat.Wish((ChatWish)one);
                Whole(chat.Model);
            }
        }));

    private static void Whole(ChatModel model)
    {
        Assert.Equal(ConversationKind.Server, model.Conversations[0].Kind);
        Assert.Single(model.Conversations, known => known.Kind == ConversationKind.Server);
        Assert.NotNull(model.Find(model.Looking));
        Assert.Equal(model.Conversations.Count, model.Conversations.Select(known => model.Client.Support.CaseMapping.Fold(known.Name)).Distinct().Count());
        Assert.All(model.Conversations, known =>
        {
            var numbers = known.Entries.Select(entry => entry.Number).ToList();
            Assert.Equal(numbers.Distinct().Order(), numbers);
            var ids = known.Entries.Select(entry => entry.At.MessageId).OfType<string>().ToList();
            Assert.Equal(ids.Distinct(), ids);
            Assert.True(known.Unread >= known.Mentions && known.Mentions >= 0 && known.MoreMembers >= 0);
            Assert.All(known.Entries, entry => Assert.True(entry.What is not EntryWhat.Said { Own: true, Mention: true }));
        });
    }

    private static readonly Gen<(string Line, Func<ImmutableSortedSet<string>, ImmutableSortedSet<string>> Change)> Move =
        from nick in Gen.Elements("Duy", "Bob", "Zoe", "Kim")
        from other in Gen.Elements("Ann", "Eve", "Lan")
        from kind in Gen.Choose(0, 4)
        select kind switch
        {
            0 => ($":{nick}!u@h JOIN #lobby", Changed(people => people.Add(nick))),
            1 => ($":{nick}!u@h PART #lobby", Changed(people => people.Remove(nick))),
            2 => ($":{nick}!u@h QUIT", Changed(people => people.Remove(nick))),
            3 => ($":s!u@h KICK #lobby {nick.ToUpperInvariant()}", Changed(people => people.Remove(nick))),
            _ => ($":{nick}!u@h NICK {other}", Changed(people => people.Contains(nick) ? people.Remove(nick).Add(other) : people)),
        };

    private static Func<ImmutableSortedSet<string>, ImmutableSortedSet<string>> Changed(Func<ImmutableSortedSet<string>, ImmutableSortedSet<string>> change) => change;

    [Fact]
    public void The_people_of_a_room_are_those_of_a_simple_set() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(
        Move.ArrayOf().ToArbitrary(),
        moves =>
        {
            var chat = Chatting.InRoom();
            ImmutableSortedSet<string> people = ImmutableSortedSet.Create(StringComparer.Ordinal, "Tuan", "Duy");
            foreach (var (line, change) in moves)
            {
                chat.Hear(line);
                people = change(people);
            }
            Assert.Equal(people.Order(StringComparer.Ordinal), chat.In("#lobby").Members.Values.Select(member => member.Nick).Order(StringComparer.Ordinal));
        }));

    /// <summary>A target may be empty, which a line can only have at its end.</summary>
    private static string Parse(string line) => line.Replace("  ", " * ", StringComparison.Ordinal);
}
