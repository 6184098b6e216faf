using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;
using ChatRoom.Tui.ChatScreen;
using ChatRoom.Tui.Drivers;
using ChatRoom.Tui.Input;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Tui.Tests.ChatScreen;

/// <summary>What is seen is read; what is not seen calls, if it names us.</summary>
public class LookingTests
{
    private static TalkPlay Room() => new(new Furnished { Others = [new("Duy", ConversationKind.Person), new("#b", ConversationKind.Room)] }.Say(3).At(80, 24));

    [Fact]
    public void The_screen_begins_with_a_look() =>
        Assert.Equal(new TalkEffect.Wish("home", new ChatWish.Look("#lobby")), Assert.Single(TalkUpdate.Begin(Room().Model).Effects));

    [Fact]
    public void What_came_while_the_window_was_behind_is_looked_at_when_it_comes_to_the_front()
    {
        var play = Room().Do(new UserInput.Focused(false)).Hear(room => room with { Unread = 2 });
        Assert.Empty(play.Wishes);

        Assert.Equal(new ChatWish.Look("#lobby"), Assert.Single(play.Do(new UserInput.Focused(true)).Wishes));
    }

    [Theory]
    [InlineData("#b", true, true)]
    [InlineData("#lobby", true, false)]
    [InlineData("#lobby", false, true)]
    public void A_mention_calls_where_it_is_not_seen(string where, bool focus, bool calls)
    {
        var play = Room().Do(new UserInput.Focused(focus));
        Hear(play, where, "An", "Tuan: \u0002look\u0002");

        TalkEffect[] expected = calls ? [new TalkEffect.Do(new Signal.Bell()), new TalkEffect.Do(new Signal.Notify($"An in {where}", "Tuan: look"))] : [];
        Assert.Equal(expected, play.Effects.OfType<TalkEffect.Do>());
    }

    [Fact]
    public void Words_to_us_alone_call_with_the_name_of_who_said_them()
    {
        var play = Room();
        Hear(play, "Duy", "Duy", "hi");
        Assert.Contains(new TalkEffect.Do(new Signal.Notify("Duy", "hi")), play.Effects);
    }

    [Fact]
    public void What_names_nobody_is_quiet()
    {
        var play = Room();
        Hear(play, "#b", "An", "hi");
        Assert.Empty(play.Effects);
    }

    [Fact]
    public void Who_wants_no_call_gets_none()
    {
        var play = new TalkPlay(Room().Model with { Preferences = Preferences.Default with { Notify = NotifyOf.Nothing } });
        Hear(play, "#b", "An", "Tuan!");
        Assert.Empty(play.Effects);
    }

    [Fact]
    public void What_came_while_the_window_was_behind_stands_below_a_line()
    {
        var play = Room().Do(new UserInput.Focused(false));
        Hear(play, "#lobby", "An", "while you were away");
        Assert.Contains("── new ──", play.Messages[^2]);

        play.Do(new UserInput.Focused(true));
        Assert.Contains("── new ──", play.Messages[^2]);
        Assert.DoesNotContain("── new ──", play.Do(new UserInput.Focused(false)).Text);
    }

    [Fact]
    public void Who_reads_older_lines_is_called_too()
    {
        var play = new TalkPlay(new Furnished().Say(90).At(80, 24)).Press(KeyName.PageUp);
        Hear(play, "#lobby", "An", "Tuan: here");
        Assert.Contains(new TalkEffect.Do(new Signal.Bell()), play.Effects);
    }

    [Fact]
    public void The_chat_is_told_where_one_reads()
    {
        var play = new TalkPlay(new Furnished().Say(90).At(80, 24)).Press(KeyName.PageUp);
        var number = play.Model.Reading.Place!.Value.Number;
        Assert.Contains(new TalkEffect.Wish("home", new ChatWish.ReadAt("#lobby", number)), play.Effects);
        Assert.Contains(new TalkEffect.Wish("home", new ChatWish.ReadAt("#lobby", null)), play.Press(KeyName.PageDown).Effects);
    }

    [Fact]
    public void Writing_is_told_and_stopping_too_but_no_command()
    {
        var play = Room().Type("h");
        Assert.Equal(new ChatWish.Type("#lobby", true, play.Model.Now), Assert.Single(play.Wishes));
        Assert.Equal(new ChatWish.Type("#lobby", false, play.Model.Now), Assert.Single(play.Press(KeyName.Backspace).Wishes));
        Assert.Empty(play.Type("/").Wishes);
        Assert.Empty(play.Type("m").Wishes);
    }

    [Fact]
    public void Nothing_is_said_where_nobody_reads()
    {
        var play = Room();
        play.Hear(play.Model.Chat with { Looking = "" });
        play.Type("hello").Press(KeyName.Enter);
        Assert.Empty(play.Wishes);
        Assert.Contains("nobody would hear you", play.Text);
        Assert.Equal("hello", play.Model.Reading.Draft.Text);
    }

    /// <summary>As the chat would hear it.</summary>
    private static void Hear(TalkPlay play, string where, string nick, string text)
    {
        var to = where.StartsWith('#') ? where : "Tuan";
        var said = new ChatEvent.Said(new Stamp(play.Model.Now), to == where ? where : null, nick, to, text, Manner.Message, false);
        play.Hear(ChatUpdate.Hear(play.Model.Chat, play.Model.Chat.Client, play.Model.Chat.Link, [said], play.Model.Now).Model);
    }

    [Fact]
    public void A_short_room_asks_for_what_was_said_before_until_its_beginning_is_seen()
    {
        var model = new Furnished().Say(3).At(80, 24);
        var client = model.Chat.Client with { Rooms = [new RoomState("#lobby", RoomPhase.Open)] };
        var play = new TalkPlay(model).Hear(model.Chat with { Client = client });
        Assert.Equal(new ChatWish.LoadOlder("#lobby"), Assert.Single(play.Wishes));

        Assert.Empty(play.Hear(room => room with { Older = Reach.End }).Wishes);
        Assert.Contains("the beginning of #lobby", play.Text);
    }

    [Theory]
    [InlineData(80, 24)]
    [InlineData(20, 5)]
    public void Who_is_alone_in_an_empty_room_is_told_what_to_do(int columns, int rows)
    {
        var play = new TalkPlay(new Furnished { Older = Reach.End, Members = [new("Tuan")] }.Add(new EntryWhat.Came("Tuan")).At(columns, rows));
        if (columns == 80)
            Assert.Matches("chatroom join --host(.|\n)*--room lobby", play.Text);
        Assert.DoesNotContain("You are the first", play.Hear(room => room with { Entries = room.Entries.Add(new Entry(9, new Stamp(Furnished.Noon), new EntryWhat.Said("Tuan", "hi", Manner.Message, true))) }).Text);
    }

    [Fact]
    public void A_line_that_was_said_elsewhere_is_confirmed_where_one_is()
    {
        var model = new Furnished().Say(3).At(80, 24);
        var chat = model.Chat with { Client = model.Chat.Client with { Lines = [new OutgoingLine(1, "Duy", "hi", Manner.Message, 7)] } };
        var play = new TalkPlay(model.With(chat));
        var said = new ChatEvent.Said(new Stamp(model.Now), null, "Tuan", "Duy", "hi", Manner.Message, true);

        play.Hear(ChatUpdate.Hear(chat, chat.Client with { Lines = [] }, chat.Link, [said], model.Now).Model);

        Assert.Contains("said to Duy: hi", play.Text);
    }
}
