using ChatRoom.Client.Chat;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Tests;

public class ChatPagingTests
{
    private static string Line(int number, string batch = "b", string to = "#lobby") =>
        $"@batch={batch};msgid=m{number};time=2026-11-20T{number / 60:00}:{number % 60:00}:00.000Z :Duy!d@h PRIVMSG {to} :{number}";

    private static IEnumerable<string> Answer(int label, IEnumerable<int> numbers, string to = "#lobby") =>
        [$"@label=p{label} :s BATCH +b chathistory {to}", .. numbers.Select(number => Line(number, to: to)), ":s BATCH -b"];

    /// <summary>The messages 500 to 509 are loaded.</summary>
    private static Chatting Loaded() => Chatting.Ready(Chatting.Modern, history: 10)
        .Hear(":Tuan!t@h JOIN #lobby", ":s BATCH +b chathistory #lobby").Hear(Enumerable.Range(500, 10).Select(i => Line(i))).Hear(":s BATCH -b").Forget();

    private static IEnumerable<string> Numbers(Chatting chat, string name = "#lobby") =>
        chat.In(name).Entries.Select(entry => entry.What).OfType<EntryWhat.Said>().Select(said => said.Text);

    private static IEnumerable<string> Range(int from, int count) => Enumerable.Range(from, count).Select(i => $"{i}");

    [Fact]
    public void Older_messages_come_in_front_until_there_are_none()
    {
        var chat = Loaded().Wish(new ChatWish.LoadOlder("#lobby")).Wish(new ChatWish.LoadOlder("#lobby"));
        Assert.Equal(["@label=p1 CHATHISTORY BEFORE #lobby msgid=m500 100"], chat.Sent);
        Assert.Equal(Reach.Loading, chat.In("#lobby").Older);

        chat.Hear(Answer(1, Enumerable.Range(400, 101)));
        Assert.Equal(Range(400, 110), Numbers(chat));
        Assert.Equal(Reach.More, chat.In("#lobby").Older);
        Assert.True(chat.In("#lobby").Entries[0].Number < 0);
        Assert.Equal(0, chat.In("#lobby").Unread);

        chat.Wish(new ChatWish.LoadOlder("#lobby")).Hear(Answer(2, []));
        Assert.Equal(Reach.End, chat.In("#lobby").Older);
        Assert.Equal("@label=p2 CHATHISTORY BEFORE #lobby msgid=m400 100", chat.Wish(new ChatWish.LoadOlder("#lobby")).Sent.Last());
    }

    [Fact]
    public void A_page_behind_which_there_is_no_more_says_so()
    {
        var chat = Loaded().Wish(new ChatWish.LoadOlder("#lobby"));

        chat.Hear("@label=p1;draft/chathistory-end :s BATCH +b chathistory #lobby", Line(499), ":s BATCH -b");

        Assert.Equal(Range(499, 11), Numbers(chat));
        Assert.Equal(Reach.End, chat.In("#lobby").Older);
    }

    [Fact]
    public void A_reaction_beside_its_message_is_shown_with_it()
    {
        var chat = Loaded().Wish(new ChatWish.LoadOlder("#lobby"));

        chat.Hear(
            "@label=p1 :s BATCH +b chathistory #lobby", Line(498), "@batch=b;draft/chathistory-context;msgid=m900;+draft/reply=m498;+draft/react=yes :Mai!m@h TAGMSG #lobby",
            Line(499), ":s BATCH -b");

        Assert.Equal(Range(498, 12), Numbers(chat));
        Assert.Equal("yes", Assert.Single(chat.In("#lobby").Entries[0].Reactions).Text);
    }

    [Fact]
    public void Around_a_moment_nothing_newer_is_missing_where_the_page_ends_in_what_is_loaded()
    {
        var chat = Loaded().Wish(new ChatWish.LoadAround("#lobby", Conversation.Now, null)).Hear(Answer(1, Enumerable.Range(450, 55)));

        Assert.Equal(Range(450, 60), Numbers(chat));
        Assert.Equal((Reach.More, Reach.End), (chat.In("#lobby").Older, chat.In("#lobby").Newer));
    }

    [Fact]
    public void Without_a_connection_nobody_says_that_the_server_tells_nothing_older()
    {
        var chat = Chatting.Ready(Chatting.Modern).Stand(new LinkState.Waiting("gone", Conversation.Now, 1));
        chat.Hear(":s CAP * DEL :draft/chathistory").Stand(new LinkState.Waiting("gone", Conversation.Now, 1)).Wish(new ChatWish.Open("#tea"));
        Assert.Equal(Reach.Untold, chat.In("#tea").Older);

        chat.Hear(":s CAP * ACK :draft/chathistory").Stand(new LinkState.Waiting("gone", Conversation.Now, 1)).Stand(new LinkState.Online());

        Assert.Equal(Reach.More, chat.In("#tea").Older);
    }

    [Fact]
    public void Scrolling_far_up_drops_what_is_newest_and_scrolling_down_brings_it_back()
    {
        var chat = Loaded();
        for (var (page, from) = (1, 400); from >= 0; from -= 100)
            chat.Wish(new ChatWish.LoadOlder("#lobby")).Hear(Answer(page++, Enumerable.Range(from, 100)));
        chat.Hear(Enumerable.Range(510, 1_700).Select(i => Line(i)[(Line(i).IndexOf(';') + 1)..]).Select(line => "@" + line));
        Assert.Equal("2209", Numbers(chat).Last());
        chat.Wish(new ChatWish.LoadAround("#lobby", Conversation.Now, "m50")).Hear(Answer(6, Enumerable.Range(0, 100)));
        Assert.Equal(Range(0, 100), Numbers(chat));
        Assert.Equal((Reach.More, Reach.More), (chat.In("#lobby").Older, chat.In("#lobby").Newer));

        chat.Hear("@msgid=live :Duy!d@h PRIVMSG #lobby :now").Forget();
        Assert.Equal(1, chat.In("#lobby").Unread);
        chat.Wish(new ChatWish.LoadNewer("#lobby"));
        Assert.Equal(["@label=p7 CHATHISTORY AFTER #lobby msgid=m99 100"], chat.Sent);
        chat.Hear(Answer(7, [100, 101])).Wish(new ChatWish.LoadNewer("#lobby")).Hear(Answer(8, []));

        Assert.Equal(Range(0, 102), Numbers(chat));
        Assert.Equal((Reach.End, 0), (chat.In("#lobby").Newer, chat.In("#lobby").Unread));
    }

    [Fact]
    public void Pages_beyond_the_bound_drop_the_far_end()
    {
        var chat = Loaded();
        chat.Hear(Enumerable.Range(510, 1_980).Select(i => "@" + Line(i)[(Line(i).IndexOf(';') + 1)..]));

        chat.Wish(new ChatWish.LoadOlder("#lobby")).Hear(Answer(1, Enumerable.Range(400, 100)));

        Assert.Equal("400", Numbers(chat).First());
        Assert.InRange(chat.In("#lobby").Entries.Count, ClientLimits.Entries - 64, ClientLimits.Entries);
        Assert.Equal(Reach.More, chat.In("#lobby").Newer);
    }

    [Fact]
    public void The_latest_begin_anew_and_what_came_since_stays_behind_them()
    {
        var chat = Loaded().Wish(new ChatWish.LoadAround("#lobby", Conversation.Now, null)).Hear(Answer(1, Enumerable.Range(0, 10))).Forget();
        chat.Hear("@msgid=live :Duy!d@h PRIVMSG #lobby :live").Wish(new ChatWish.LoadLatest("#lobby"));
        Assert.Equal(["@label=p2 CHATHISTORY LATEST #lobby * 100"], chat.Sent);

        chat.Hear(Answer(2, Enumerable.Range(600, 10))).Hear("@msgid=after :Duy!d@h PRIVMSG #lobby :after");

        Assert.Equal([.. Range(600, 10), "after"], Numbers(chat));
        Assert.Equal((Reach.More, Reach.End, 0), (chat.In("#lobby").Older, chat.In("#lobby").Newer, chat.In("#lobby").Unread));
    }

    [Fact]
    public void A_private_conversation_that_is_opened_shows_what_was_said_before()
    {
        var chat = Chatting.InRoom(Chatting.Modern).Wish(new ChatWish.Open("Duy"));
        Assert.Equal(["@label=p1 CHATHISTORY LATEST Duy * 100"], chat.Sent);

        chat.Hear(Answer(1, [1, 2], to: "Duy"));

        Assert.Equal(["1", "2"], Numbers(chat, "Duy"));
        Assert.Equal(0, chat.In("Duy").Mentions);
    }

    [Theory]
    [InlineData("MSGREFTYPES=timestamp", "@label=p1 CHATHISTORY BEFORE #lobby timestamp=2026-11-20T08:20:00.000Z 100")]
    [InlineData("MSGREFTYPES=msgid,timestamp CHATHISTORY=30", "@label=p1 CHATHISTORY BEFORE #lobby msgid=m500 30")]
    public void Pages_are_asked_for_as_the_server_takes_them(string support, string asked)
    {
        var chat = Loaded().Hear($":s 005 Tuan {support} :are supported").Wish(new ChatWish.LoadOlder("#lobby"));

        Assert.Equal([asked], chat.Sent);
    }

    [Fact]
    public void Reactions_of_a_page_stand_with_their_messages()
    {
        var chat = Loaded().Wish(new ChatWish.LoadOlder("#lobby")).Hear(
            "@label=p1 :s BATCH +b chathistory #lobby", Line(400), "@batch=b;+draft/react=👍;+draft/reply=m400 :Bob!b@h TAGMSG #lobby",
            "@batch=b :Bob!b@h JOIN #lobby", ":s BATCH -b");

        Assert.Equal("Duy: 400 [👍 Bob]", chat.Read().First());
        Assert.DoesNotContain("Bob", chat.People());
    }

    [Fact]
    public void A_refused_page_is_explained_and_not_asked_for_again()
    {
        var chat = Loaded().Wish(new ChatWish.LoadOlder("#lobby")).Hear("@label=p1 :s FAIL CHATHISTORY INVALID_TARGET BEFORE #lobby :Not for you");

        Assert.Equal("wrong: the server does not show its history here: Not for you", chat.Read().Last());
        Assert.Equal(Reach.Untold, chat.In("#lobby").Older);
        Assert.Single(chat.Wish(new ChatWish.LoadOlder("#lobby")).Sent);
    }

    [Fact]
    public void A_server_without_labels_is_understood_by_target_and_order()
    {
        var chat = Chatting.InRoom("message-tags server-time batch echo-message draft/chathistory");
        chat.Hear("@msgid=m500;time=2026-11-20T08:20:00.000Z :Duy!d@h PRIVMSG #lobby :500").Wish(new ChatWish.LoadOlder("#lobby"));
        chat.Hear([":s BATCH +b chathistory #lobby", Line(499), ":s BATCH -b", ":s PONG s 1"]);
        Assert.Equal(["499", "500"], Numbers(chat));

        chat.Wish(new ChatWish.LoadOlder("#lobby")).Hear(":s PONG s 2");

        Assert.Equal(Reach.End, chat.In("#lobby").Older);
    }

    [Fact]
    public void A_page_without_end_is_given_up_and_what_came_is_shown()
    {
        var chat = Loaded().Wish(new ChatWish.LoadOlder("#lobby")).Hear("@label=p1 :s BATCH +b chathistory #lobby");
        chat.Hear(Enumerable.Range(0, 2 * ClientLimits.PageEvents).Select(i => Line(0).Replace("msgid=m0", $"msgid=x{i}")));

        Assert.Empty(chat.Model.Client.Pages);
        Assert.InRange(chat.In("#lobby").Entries.Count, ClientLimits.PageEvents, ClientLimits.PageEvents + 20);
    }

    [Fact]
    public void A_page_that_does_not_come_can_be_asked_for_again()
    {
        var chat = Loaded().Wish(new ChatWish.LoadOlder("#lobby")).Pass(ClientLimits.PageWait + TimeSpan.FromSeconds(1));
        Assert.Empty(chat.Model.Client.Pages);

        var broken = Loaded().Wish(new ChatWish.LoadOlder("#lobby")).Stand(new LinkState.Waiting("reset", Conversation.Now, 1));
        Assert.Equal(Reach.More, broken.In("#lobby").Older);
    }

    [Fact]
    public void The_server_searches_where_it_can()
    {
        var chat = Loaded().Wish(new ChatWish.Search("#lobby", "green tea"));
        Assert.Equal([@"@label=p1 SEARCH text=green\stea;limit=100"], chat.Sent);

        chat.Hear("@label=p1 :s BATCH +b soju.im/search", Line(1), Line(2), "@batch=b;msgid=x1;time=2026-11-20T11:00:00.000Z :Mai!m@h PRIVMSG #other :tea", "@batch=b;msgid=x2;time=2026-11-20T11:00:00.000Z :Mai!m@h PRIVMSG Tuan :tea, too", ":s BATCH -b");

        Assert.Equal(["#lobby Duy: 1", "#lobby Duy: 2", "#other Mai: tea", "Mai Mai: tea, too"], chat.Model.Found!.Hits.Select(hit => $"{hit.Conversation} {Chatting.Text(hit.Entry)}"));
        Assert.Equal(Range(500, 10), Numbers(chat));
        Assert.StartsWith("wrong: this server can't search", Chatting.InRoom().Wish(new ChatWish.Search("#lobby", "tea")).Read().Last());
    }

    [Fact]
    public void What_is_loaded_is_searched_without_a_server() =>
        Assert.Equal(["Duy: 501"], Searching.Find(Loaded().In("#lobby"), "01 DUY").Select(hit => Chatting.Text(hit.Entry)));
}
