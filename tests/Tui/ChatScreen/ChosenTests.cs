using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;
using ChatRoom.Tui.ChatScreen;
using ChatRoom.Tui.Drivers;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Tests.ChatScreen;

/// <summary>A message is chosen with keys, and something is done with it.</summary>
public class ChosenTests
{
    private static TalkPlay Room() => new(new Furnished().Say("An", "first").Say("Duy", "see https://example.org.").Add(new EntryWhat.Came("Mai")).Say("An", "last").At(80, 24));

    [Fact]
    public void The_newest_is_chosen_first_and_arrows_pass_what_is_no_message()
    {
        var play = Room().Alt('s');
        Assert.Equal(4, play.Model.Chosen);
        Assert.Equal(2, play.Press(KeyName.Up).Model.Chosen);
        Assert.Equal(4, play.Press(KeyName.Down).Model.Chosen);
        Assert.Null(play.Press(KeyName.Down).Model.Chosen);
    }

    [Fact]
    public void Answering_names_the_message_with_what_is_said()
    {
        var play = Room().Alt('s').Type("r");
        Assert.Contains("answering An: last", play.Text);

        var said = Assert.IsType<ChatWish.Say>(Assert.Single(play.Type("ok").Press(KeyName.Enter).Wishes));
        Assert.Equal(("ok", "id4"), (said.Text, said.ReplyTo));
        Assert.Null(play.Model.Reading.Answering);
    }

    [Theory]
    [InlineData("2", "❤️")]
    [InlineData("🚀", "🚀")]
    [InlineData("", "👍")]
    public void A_reaction_is_one_of_those_that_are_offered_or_typed(string typed, string reaction)
    {
        var play = Room().Alt('s').Type("e").Type(typed);
        if (typed != "2")
            play.Press(KeyName.Enter);

        Assert.Equal(new ChatWish.React("#lobby", "id4", reaction, Undo: false), Assert.Single(play.Wishes));
        Assert.Null(play.Model.Overlay);
    }

    [Fact]
    public void It_is_copied_and_its_link_is_opened()
    {
        var play = Room().Alt('s').Type("c");
        Assert.Equal(new TalkEffect.Do(new Signal.Copy("last")), Assert.Single(play.Effects));
        Assert.Contains("no link", play.Type("o").Text);

        Assert.Equal(new TalkEffect.OpenLink("https://example.org"), Assert.Single(play.Press(KeyName.Up).Type("o").Effects));
    }

    [Fact]
    public void It_is_taken_back_where_the_server_can_and_elsewhere_there_is_no_such_key()
    {
        Assert.Contains("Esc to write", Room().Alt('s').Type("d").Text);
        Assert.DoesNotContain("take it back, for everybody", Room().Press(KeyName.F1).Press(KeyName.PageDown).Text);

        var play = new TalkPlay(Able(new Furnished().Say("An", "first").At(80, 60))).Alt('s').Type("d");

        Assert.Equal(ChatWish.Command.Of("#lobby", "REDACT", "#lobby", "id1"), Assert.Single(play.Wishes));
        Assert.Null(play.Model.Chosen);
        Assert.Contains("take it back, for everybody", play.Press(KeyName.F1).Text);
    }

    private static TalkModel Able(TalkModel model) =>
        model with { Networks = model.Networks.With(model.Networks.Current with { Chat = model.Chat with { Client = model.Chat.Client with { Active = [Caps.Redaction] } } }) };

    [Fact]
    public void Letters_that_mean_nothing_write_nothing()
    {
        var play = Room().Alt('s').Type("z");
        Assert.Equal("", play.Model.Reading.Draft.Text);
        Assert.Contains("Esc to write", play.Text);
    }

    [Fact]
    public void A_server_without_ids_is_told_apart()
    {
        var play = Room();
        play.Hear(room => room with { Entries = [.. room.Entries.Select(entry => entry with { At = entry.At with { MessageId = null } })] });

        Assert.Contains("no ids", play.Alt('s').Type("r").Text);
        Assert.Contains("no ids", play.Type("e").Text);
    }

    [Fact]
    public void Going_up_from_the_top_of_the_screen_scrolls()
    {
        var play = new TalkPlay(new Furnished().Say(100).At(80, 24)).Alt('s');
        for (var i = 100; i > 1; i--)
        {
            Assert.Equal(i, play.Model.Chosen);
            Assert.Contains($"line {i}", play.Text);
            play.Press(KeyName.Up);
        }
        Assert.Equal(1, play.Model.Chosen);
    }

    [Fact]
    public void A_click_takes_the_mark_from_what_was_found()
    {
        var play = new TalkPlay(new Furnished().Say(30).At(80, 24)).Ctrl('f').Type("line 20").Press(KeyName.Enter);
        Assert.Equal(20, play.Model.Marked);

        play.Click("line 22");

        Assert.Equal((22L, (long?)null), (play.Model.Chosen!.Value, play.Model.Marked));
    }

    [Fact]
    public void A_reaction_is_found_by_the_name_of_its_emoji()
    {
        var play = new TalkPlay(new Furnished().Say(3).At(80, 24)).Alt('s').Type("eheart");
        Assert.Contains("❤️", play.Text);

        Assert.Equal("❤️", Assert.IsType<ChatWish.React>(Assert.Single(play.Press(KeyName.Enter).Wishes)).Text);
    }

    [Fact]
    public void What_is_no_emoji_is_a_reaction_as_it_is_written()
    {
        var play = new TalkPlay(new Furnished().Say(3).At(80, 24)).Alt('s').Type("elol, yes").Press(KeyName.Enter);
        Assert.Equal("lol, yes", Assert.IsType<ChatWish.React>(Assert.Single(play.Wishes)).Text);
    }

    [Fact]
    public void Who_reacted_is_said_where_one_reacts()
    {
        var entry = new EntryWhat.Said("Mai", "thanks!", Manner.Message, false);
        var play = new TalkPlay(new Furnished().Add(entry, new Reaction("👍", ["An", "Duy"])).At(80, 24)).Alt('s').Type("e");
        Assert.Contains("👍 An, Duy", play.Text);
    }
}
