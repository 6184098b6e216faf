using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;
using ChatRoom.Tui.ChatScreen;
using ChatRoom.Tui.Input;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Tui.Tests.ChatScreen;

/// <summary>What becomes of what one writes: something said, something done on the screen, or a refusal in words.</summary>
public class WritingTests
{
    private static TalkPlay Room() => new(new Furnished().Say(60).At(80, 24));

    [Fact]
    public void Whom_one_ignores_and_hears_again_is_confirmed()
    {
        var play = new TalkPlay(new Furnished().Say(3).At(80, 24)).Type("/ignore Duy").Press(KeyName.Escape).Press(KeyName.Enter);
        Assert.Contains("you hear nothing more of Duy", play.Text);
    }

    [Fact]
    public void A_text_is_said_under_the_id_that_came_with_the_key()
    {
        var play = Room().Type("hello");
        Assert.Equal(new ChatWish.Say("#lobby", "hello", Manner.Message, 1005), Assert.Single(play.Press(KeyName.Enter).Wishes));
        Assert.True(play.Model.Reading.Draft.IsEmpty);
    }

    [Fact]
    public void How_many_messages_a_text_becomes_is_said_where_it_is_more_than_one()
    {
        Assert.Contains("2 messages", Room().Type("one").Ctrl('j').Type("two").Text);

        var model = new Furnished().Say(3).At(80, 24);
        var together = model.With(model.Chat with { Client = model.Chat.Client with { Active = [Caps.Batch, Caps.Multiline] } });
        Assert.DoesNotContain("2 messages", new TalkPlay(together).Type("one").Ctrl('j').Type("two").Text);
    }

    [Fact]
    public void Saying_something_leads_back_to_the_end()
    {
        var play = Room().Press(KeyName.PageUp).Type("hello").Press(KeyName.Enter);
        Assert.Null(play.Model.Reading.Place);
    }

    [Fact]
    public void A_command_is_done()
    {
        var play = Room().Type("/me waves").Press(KeyName.Enter);
        var said = Assert.IsType<ChatWish.Say>(Assert.Single(play.Wishes));
        Assert.Equal(("waves", Manner.Action), (said.Text, said.Manner));
    }

    [Fact]
    public void What_was_refused_is_said_in_full_and_is_still_there_to_be_put_right()
    {
        var play = Room().Type("/jion #cats").Press(KeyName.Enter);

        Assert.Empty(play.Wishes);
        Assert.Contains("did you mean /join?", play.Text.ReplaceLineEndings(" "));
        Assert.Equal("/jion #cats", play.Model.Reading.Draft.Text);
        Assert.DoesNotContain("did you mean", play.Press(KeyName.Backspace).Text);
    }

    [Fact]
    public void Commands_are_offered_while_one_types_and_taken_with_a_click_or_keys()
    {
        var play = Room().Type("/the");
        Assert.Contains("/theme", play.Text);

        play.Press(KeyName.Tab);
        Assert.StartsWith("/theme", play.Model.Reading.Draft.Text);
        Assert.StartsWith("/whois", Room().Type("/wh").Click("/whois").Model.Reading.Draft.Text);
    }

    [Fact]
    public void Escape_closes_what_is_offered_before_anything_else()
    {
        var play = Room().Press(KeyName.PageUp).Type("/th");
        Assert.NotNull(play.Model.Reading.Draft.Popup);

        Assert.Null(play.Press(KeyName.Escape).Model.Reading.Draft.Popup);
        Assert.NotNull(play.Model.Reading.Place);
    }

    [Fact]
    public void A_nickname_is_completed_and_who_spoke_last_comes_first()
    {
        var play = Room().Type("D").Press(KeyName.Tab);
        Assert.StartsWith("Duy", play.Model.Reading.Draft.Text);
    }

    [Fact]
    public void A_long_paste_is_asked_about_above_all_other_keys()
    {
        var play = Room().Do(new UserInput.Pasted(string.Join('\n', Enumerable.Range(1, 50))));
        Assert.Contains("Paste 50 lines?", play.Text);

        Assert.Equal("", play.Press(KeyName.Escape).Model.Reading.Draft.Text);
    }

    [Fact]
    public void An_editor_is_opened_with_the_text_and_brings_it_back()
    {
        var play = Room().Type("half").Alt('e');
        Assert.Equal(new TalkEffect.OpenEditor("half"), Assert.Single(play.Effects));

        Assert.Equal("a whole", play.Update(new TalkMessage.Edited("a whole")).Model.Reading.Draft.Text);
    }

    [Fact]
    public void Clearing_scrolls_all_out_of_sight_and_forgets_nothing()
    {
        var play = Room().Type("/clear").Press(KeyName.Escape).Press(KeyName.Enter);
        Assert.DoesNotContain("line 60", play.Text);

        Assert.Contains("line 57", play.Wheel(50, 5, MouseAction.WheelUp).Text);
    }

    [Theory]
    [InlineData("/theme light", "light")]
    public void A_theme_is_asked_for(string typed, string name) =>
        Assert.Equal(new TalkEffect.ChangeTheme(name), Assert.Single(Entered(typed).Effects));

    [Fact]
    public void A_setting_is_changed_and_kept()
    {
        var play = Entered("/set time HH:mm:ss");
        Assert.Contains(new TalkEffect.Set("time", "HH:mm:ss"), play.Effects);
        Assert.Contains("12:59:00", play.Text);

        Assert.Contains("no value for time", Entered("/set time never").Text);
        Assert.Contains("there is no setting", Entered("/set tiem").Text);
    }

    [Theory]
    [InlineData("/status", "chat.example.org:6697")]
    [InlineData("/set", "notify")]
    [InlineData("/theme", "auto dark light")]
    [InlineData("/ignore", "nobody")]
    [InlineData("/help join", "Example:")]
    [InlineData("/help", "find a room or a person")]
    [InlineData("/search line 7", "Duy: line 57")]
    public void Some_commands_show_a_box(string typed, string shown) => Assert.Contains(shown, Entered(typed).Text);

    [Fact]
    public void Joins_are_condensed_or_single_or_hidden()
    {
        var room = new Furnished().Add(new EntryWhat.Came("An")).Add(new EntryWhat.Came("Duy")).Say("Mai", "hello").At(80, 24);
        Assert.Contains("An and Duy came", new TalkPlay(room).Text);

        var all = new TalkPlay(room with { Preferences = Preferences.Default with { Joins = JoinsShown.All } });
        Assert.Contains("An came", all.Text);
        Assert.Contains("Duy came", all.Text);

        var none = new TalkPlay(room with { Preferences = Preferences.Default with { Joins = JoinsShown.None } });
        Assert.DoesNotContain("came", none.Text);
        Assert.Contains("hello", none.Text);
    }

    [Fact]
    public void Leaving_says_goodbye_with_the_words_that_were_given() =>
        Assert.Equal(new TalkEffect.Quit("good night"), Assert.Single(Entered("/quit good night").Effects));

    private static TalkPlay Entered(string text)
    {
        var play = Room();
        play.Do(new UserInput.Pasted(text));
        return play.Press(KeyName.Enter);
    }
}
