using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;
using ChatRoom.Irc;
using ChatRoom.Tui.Commands;

namespace ChatRoom.Tui.Tests;

public class CommandTableTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 14, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Names => [.. CommandTable.All.Select(command => command.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_command_has_help_and_understands_its_own_example(string name)
    {
        var command = CommandTable.Find(name)!;

        Assert.NotEmpty(command.Help);
        Assert.DoesNotMatch("[.]$", command.Help);
        Assert.StartsWith("/" + name, command.Example, StringComparison.Ordinal);
        Assert.IsNotType<CommandResult.Refused>(CommandTable.Read(command.Example, InRoom("EXTBAN=,m", "CHANMODES=,,Wl,mnt")));
        Assert.Equal(command.Usage, CommandHelp.Of(command)[0]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_command_says_how_it_is_used_when_an_argument_is_missing(string name)
    {
        var command = CommandTable.Find(name)!;
        if (command.Arguments.All(argument => argument.Optional))
            return;

        var refused = Assert.IsType<CommandResult.Refused>(CommandTable.Read("/" + name, InRoom()));

        Assert.EndsWith($"is missing: {command.Usage}; for example {command.Example}", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void No_name_is_given_twice()
    {
        var names = CommandTable.All.SelectMany(command => command.Aliases.Prepend(command.Name)).ToList();

        Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase), names);
    }

    [Theory]
    [InlineData("hello", "hello")]
    [InlineData("//shrug", "/shrug")]
    [InlineData("/ really", "/ really")]
    [InlineData("two\nlines", "two\nlines")]
    public void What_is_no_command_is_said(string typed, string said) =>
        Assert.Equal([new ChatWish.Say("#lobby", said, Manner.Message, 7)], Wishes(typed));

    [Theory]
    [InlineData("/topic Five o'clock", "TOPIC #lobby :Five o'clock")]
    [InlineData("/topic #tea Green", "TOPIC #tea Green")]
    [InlineData("/topic", "TOPIC #lobby")]
    [InlineData("/topic two\nlines", "TOPIC #lobby :two lines")]
    [InlineData("/mode +ml 30", "MODE #lobby +ml 30")]
    [InlineData("/mode #tea", "MODE #tea")]
    [InlineData("/silence", "SILENCE")]
    [InlineData("/silence Bob", "SILENCE +Bob")]
    [InlineData("/silence -Bob", "SILENCE -Bob")]
    [InlineData("/founder Ann", "MODE #lobby +q Ann")]
    [InlineData("/unban *!*@bad.example", "MODE #lobby -b *!*@bad.example")]
    [InlineData("/op Ann Bob", "MODE #lobby +oo Ann Bob")]
    [InlineData("/devoice #tea Ann", "MODE #tea -v Ann")]
    [InlineData("/invite Ann", "INVITE Ann #lobby")]
    [InlineData("/whois Ann", "WHOIS Ann")]
    [InlineData("/whowas Ann", "WHOWAS Ann")]
    [InlineData("/setname Ann Lee", "SETNAME :Ann Lee")]
    [InlineData("/raw PRIVMSG Ann :hi there", "PRIVMSG Ann :hi there")]
    public void A_command_becomes_a_line(string typed, string line) =>
        Assert.Equal(line, Assert.IsType<ChatWish.Command>(Assert.Single(Wishes(typed))).Line.ToString());

    [Theory]
    [InlineData("/kick Bob", "n", true)]
    [InlineData("/kick Bob", "biov", false)]
    [InlineData("/invite Ann", "n", true)]
    [InlineData("/invite Ann", "in", false)]
    [InlineData("/voice Ann", "no", true)]
    public void What_the_server_has_no_modes_for_is_neither_done_nor_offered(string typed, string modes, bool isLacking)
    {
        var context = InRoom();
        context = context with { Chat = context.Chat with { Client = context.Chat.Client with { RoomModes = modes } } };
        var name = typed[1..typed.IndexOf(' ')];

        Assert.Equal(isLacking, CommandTable.Read(typed, context) is CommandResult.Refused { Reason: var reason } && reason.StartsWith("this server has no way", StringComparison.Ordinal));
        Assert.Equal(!isLacking, CommandTable.On(context.Chat.Client).Any(command => command.Name == name));
        Assert.Equal(!isLacking, CommandHelp.Overview(context.Chat.Client).Any(row => row.Usage.StartsWith($"/{name} ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/join &x", "on this server no room's name begins with '&'")]
    [InlineData("/join #a#b,c", "separate rooms with commas")]
    [InlineData("/nothing", "/help shows all of them. To say a text that begins with '/', write //.")]
    public void A_slip_is_named(string typed, string said) =>
        Assert.Contains(said, Assert.IsType<CommandResult.Refused>(CommandTable.Read(typed, InRoom("CHANTYPES=#"))).Reason);

    [Fact]
    public void More_people_than_a_line_may_have_need_more_lines() =>
        Assert.Equal(
            ["MODE #lobby +ooo a b c", "MODE #lobby +o d"],
            Wishes("/op a b c d").Cast<ChatWish.Command>().Select(wish => wish.Line.ToString()));

    [Theory]
    [InlineData("EXTBAN=,ACmz", "MODE #lobby +b m:Bob!*@*")]
    [InlineData("EXTBAN=~,qjn", "MODE #lobby +b ~q:Bob!*@*")]
    [InlineData("CHANMODES=eIbq,k,flj,imn", "MODE #lobby +q Bob!*@*")]
    public void Muting_is_done_as_the_server_can(string token, string line) =>
        Assert.Equal(line, Assert.IsType<ChatWish.Command>(Assert.Single(Wishes("/mute Bob", InRoom(token)))).Line.ToString());

    [Theory]
    [InlineData("/mute Bob 30m", "TBAN #lobby 1800 m:Bob")]
    [InlineData("/bans", "MODE #lobby b")]
    public void Who_is_muted_may_be_so_for_a_time_and_the_list_says_until_when(string typed, string line) =>
        Assert.Equal(line, Assert.IsType<ChatWish.Command>(Assert.Single(Wishes(typed, InRoom("CHANMODES=Ibe,k,Wl,mnt")))).Line.ToString());

    [Fact]
    public void Slow_mode_is_asked_of_a_server_that_has_it() =>
        Assert.Equal("SLOWMODE #lobby 30", Assert.IsType<ChatWish.Command>(Assert.Single(Wishes("/slow 30", InRoom("CHANMODES=,,Wl,mnt")))).Line.ToString());

    [Theory]
    [InlineData("/ban Bob 30m", "for 30m: TBAN #lobby 1800 Bob")]
    [InlineData("/ban *!*@x.ip 2d too loud", "for 2d: TBAN #lobby 172800 *!*@x.ip :too loud")]
    [InlineData("/ban Bob", "for 10 minutes: TBAN #lobby 600 Bob", "for 1 hour: TBAN #lobby 3600 Bob", "for 1 day: TBAN #lobby 86400 Bob", "for good: TBAN #lobby 0 Bob")]
    [InlineData("/kick Bob no shouting", "remove them: KICK #lobby Bob :no shouting")]
    [InlineData("/kick #tea Bob", "remove them: KICK #tea Bob")]
    [InlineData("/drop #tea closing time", "end #tea: DROP #tea :closing time")]
    public void What_hits_somebody_is_asked_about_first(string typed, params string[] choices) =>
        Assert.Equal(choices, Asked(typed, "CHANMODES=Ibe,k,Wl,mnt").Choices.Select(choice => $"{choice.Text}: {choice.Line}"));

    [Fact]
    public void Another_server_is_told_a_mask() =>
        Assert.Equal(["for good: MODE #lobby +b Bob!*@*"], Asked("/ban Bob", "CHANMODES=b,k,l,imn").Choices.Select(choice => $"{choice.Text}: {choice.Line}"));

    [Theory]
    [InlineData("/ban *!*@*", true)]
    [InlineData("/ban *", true)]
    [InlineData("/ban *!*@*.ip", false)]
    [InlineData("/ban Bob", false)]
    public void A_mask_that_means_everybody_is_warned_of(string typed, bool isWarned) =>
        Assert.Equal(isWarned, Asked(typed, "CHANMODES=Ibe,k,Wl,mnt").Warning.StartsWith("This means everybody", StringComparison.Ordinal));

    [Theory]
    [InlineData("/gban Bob", "BAN Bob")]
    [InlineData("/gban Bob 7d spam and more", "BAN 7d Bob :spam and more")]
    [InlineData("/gban 203.0.113.0/24 spam and more", "BAN 203.0.113.0/24 :spam and more")]
    [InlineData("/gunban a:Bob", "UNBAN a:Bob")]
    [InlineData("/gbans", "BANS")]
    [InlineData("/grant Ann kill,ban", "GRANT Ann kill,ban")]
    [InlineData("/grant Ann", "GRANT Ann")]
    [InlineData("/revoke Ann kill", "REVOKE Ann kill")]
    [InlineData("/samode #tea +o Ann", "SAMODE #tea +o Ann")]
    [InlineData("/alarm on a flood of strangers", "ALARM on :a flood of strangers")]
    [InlineData("/alarm off", "ALARM off")]
    [InlineData("/rehash", "REHASH")]
    [InlineData("/accounts refuse Ann who are you?", "ACCOUNTS refuse Ann :who are you?")]
    [InlineData("/accounts waiting", "ACCOUNTS waiting")]
    [InlineData("/kill Bob spam", "KILL Bob spam")]
    [InlineData("/wallops a short break", "WALLOPS :a short break")]
    [InlineData("/oper Ann opensesame", "OPER Ann opensesame")]
    public void Operators_of_the_server_have_words_of_their_own(string typed, string line) =>
        Assert.Equal(line, Assert.IsType<ChatWish.Command>(Assert.Single(Wishes(typed, InRoom("CHANMODES=Ibe,k,Wl,mnt")))).Line.ToString());

    private static Sanction Asked(string typed, string token) =>
        Assert.IsType<LocalAction.Ask>(Assert.IsType<CommandResult.Local>(CommandTable.Read(typed, InRoom(token))).Action).Of;

    [Theory]
    [InlineData("/ban Bob 30m", "this server has no bans that end by themselves")]
    [InlineData("/slow 30", "this server has no slow mode")]
    [InlineData("/mute Bob", "this server announces no way to mute")]
    [InlineData("/jion #lobby", "there is no command /jion; did you mean /join? To say a text that begins with '/', write //.")]
    [InlineData("/usr/bin/env", "there is no command /usr/bin/env; /help shows all of them. To say")]
    [InlineData("/back now", "'now' is too much: /back; for example /back")]
    [InlineData("/nick two words", "'words' is too much")]
    [InlineData("/nick 1st", "the nickname '1st' starts with '1'")]
    [InlineData("/jump whenever", "'whenever' is no place to jump to; give a date (2026-11-21)")]
    [InlineData("/delete", "this server has no way to do that", false)]
    [InlineData("/retry", "nothing of yours failed here", false)]
    [InlineData("/reply yes", "there is no message here to answer", false)]
    [InlineData("/react :nosuch:", "there is no emoji :nosuch:")]
    [InlineData("/raw PRIVMSG a :b\nQUIT", "a line of IRC is one line")]
    [InlineData("/help nosuch", "there is no command /nosuch")]
    [InlineData("/ignore Duy", "that is you")]
    public void What_cannot_be_done_is_refused_in_words(string typed, string reason, bool furnished = true) =>
        Assert.StartsWith(reason, Assert.IsType<CommandResult.Refused>(CommandTable.Read(typed, furnished ? InRoom() : Empty("#lobby"))).Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("hello", "these are the server's own messages")]
    [InlineData("/topic x", "which room?")]
    [InlineData("/part", "the server's own messages cannot be left")]
    public void In_the_servers_own_messages_there_is_nobody(string typed, string reason) =>
        Assert.StartsWith(reason, Assert.IsType<CommandResult.Refused>(CommandTable.Read(typed, Empty(""))).Reason, StringComparison.Ordinal);

    [Fact]
    public void Joining_several_rooms_adds_what_is_missing_to_their_names() =>
        Assert.Equal([new ChatWish.Open("#tea"), new ChatWish.Open("#coffee")], Wishes("/join tea,#coffee"));

    [Fact]
    public void What_was_said_is_taken_back_or_said_otherwise()
    {
        Assert.Equal([ChatWish.Command.Of("#lobby", "REDACT", "#lobby", "m2")], Wishes("/delete"));
        Assert.Equal([ChatWish.Command.Of("#lobby", "REDACT", "#lobby", "m2", "wrong room")], Wishes("/delete wrong room"));
        var room = InRoom();
        Assert.Equal([ChatWish.Command.Of("#lobby", "REDACT", "#lobby", "m1")], Wishes("/delete", room with { Selected = room.Current.Entries[0] }));
        Assert.Equal(
            [ChatWish.Command.Of("#lobby", "REDACT", "#lobby", "m2"), new ChatWish.Say("#lobby", "at five", Manner.Message, 7, "m1")], Wishes("/rewrite at five"));
    }

    [Fact]
    public void A_reaction_that_is_there_already_is_taken_back()
    {
        var before = Assert.IsType<ChatWish.React>(Assert.Single(Wishes("/react :tada:")));
        var after = Assert.IsType<ChatWish.React>(Assert.Single(Wishes("/react 👍")));

        Assert.Equal(("🎉", false), (before.Text, before.Undo));
        Assert.Equal(("👍", true), (after.Text, after.Undo));
    }

    [Theory]
    [InlineData("14:05", 21, 14, 5)]
    [InlineData("2026-11-20", 20, 0, 0)]
    [InlineData("2026-11-20 08:30", 20, 8, 30)]
    [InlineData("yesterday", 20, 0, 0)]
    public void Places_in_time_are_understood(string text, int day, int hour, int minute)
    {
        Assert.True(JumpGoal.TryParse(text, Now, out var goal));
        Assert.Equal(new JumpGoal.To(new DateTimeOffset(2026, 11, day, hour, minute, 0, TimeSpan.Zero)), goal);
    }

    private static ValueList<ChatWish> Wishes(string typed, CommandContext? context = null) =>
        Assert.IsType<CommandResult.Wish>(CommandTable.Read(typed, context ?? InRoom())).Wishes;

    private static CommandContext Empty(string looking) => new(
        new ChatModel(Client()) { Conversations = [new("", ConversationKind.Server), new("#lobby", ConversationKind.Room)], Looking = looking }, 7, Now);

    /// <summary>A room with a message of somebody else, on which we reacted, and a line of ours that failed.</summary>
    private static CommandContext InRoom(params string[] tokens)
    {
        var said = new Entry(1, new Stamp(Now, "m1"), new EntryWhat.Said("Ann", "hi", Manner.Message, Own: false)) { Reactions = [new Reaction("👍", ["Duy"])] };
        var own = new Entry(2, new Stamp(Now, "m2"), new EntryWhat.Said("Duy", "oh", Manner.Message, Own: true) { ReplyTo = "m1" });
        var failed = new Entry(3, new Stamp(Now), new EntryWhat.Said("Duy", "hm", Manner.Message, Own: true) { Fate = DeliveryState.Failed, Id = 3 });
        var chat = Empty("#lobby").Chat;
        return new CommandContext(
            chat with
            {
                Client = chat.Client with { Support = ISupport.Default.With(tokens), Active = [Caps.Tags, Caps.Redaction] },
                Conversations = chat.Conversations.SetItem(1, chat.Conversations[1] with { Entries = [said, own, failed] }),
            },
            7,
            Now);
    }

    private static ClientModel Client() =>
        Nickname.TryParse("Duy", out var nick, out var refusal) ? new ClientModel(new ClientSettings(nick, []))
            { Active = [Caps.Tags] } : throw new FormatException(refusal);
}
