using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;
using ChatRoom.Tui.ChatScreen;
using ChatRoom.Tui.ChatScreen.Overlays;
using ChatRoom.Tui.Input;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Tui.Tests.ChatScreen;

/// <summary>Keys while a box is over the chat.</summary>
public class OverlayTests
{
    private static TalkPlay Room() => new(new Furnished().Say(100).At(80, 24));

    [Fact]
    public void A_few_letters_and_enter_go_to_a_room()
    {
        var play = Room().Ctrl('k').Type("dn");
        Assert.Equal(new ChatWish.Look("#dotnet"), Assert.Single(play.Press(KeyName.Enter).Wishes));
        Assert.Null(play.Model.Overlay);
    }

    [Fact]
    public void Enter_at_once_goes_back_to_where_one_was_last_and_no_line_is_empty()
    {
        var play = Room();
        play.Hear(play.Model.Chat with { Looking = "Duy" });
        play.Hear(play.Model.Chat with { Looking = "#cats" }).Ctrl('k');

        Assert.Equal(["Duy", "#lobby"], ((Overlay.Switcher)play.Model.Overlay!).Choices.Select(choice => choice.Name).Take(2));
        Assert.Contains("│ ChatRoom  ", play.Text);
        Assert.Equal(new ChatWish.Look("Duy"), Assert.Single(play.Press(KeyName.Enter).Wishes));
    }

    [Fact]
    public void Who_is_to_be_shown_out_is_named_and_only_enter_does_it()
    {
        var play = Room().Type("/kick Mai too loud").Press(KeyName.Enter);
        Assert.Contains("Remove Mai from #lobby?", play.Text);
        Assert.Empty(play.Press(KeyName.Escape).Wishes);
        Assert.Null(play.Model.Overlay);

        var line = Assert.IsType<ChatWish.Command>(Assert.Single(play.Type("/kick Mai too loud").Press(KeyName.Enter).Press(KeyName.Enter).Wishes)).Line;
        Assert.Equal("KICK #lobby Mai :too loud", line.ToString());
    }

    [Fact]
    public void A_person_of_the_room_is_spoken_to() =>
        Assert.Equal(new ChatWish.Open("Mai"), Assert.Single(Room().Ctrl('k').Type("mai").Press(KeyName.Enter).Wishes));

    [Fact]
    public void A_room_that_is_not_open_is_joined() =>
        Assert.Equal(new ChatWish.Open("#new"), Assert.Single(Room().Ctrl('k').Type("#new").Press(KeyName.Enter).Wishes));

    [Fact]
    public void What_is_not_there_is_said_and_enter_stays()
    {
        var play = Room().Ctrl('k').Type("zzz");
        Assert.Contains("nothing has these letters", play.Text);
        Assert.IsType<Overlay.Switcher>(play.Press(KeyName.Enter).Model.Overlay);
        Assert.Contains("#dotnet", play.Ctrl('u').Text);
    }

    [Fact]
    public void Searching_finds_while_one_types_and_enter_shows_the_hit()
    {
        var play = Room().Ctrl('f').Type("line 7");
        Assert.Contains("line 79", play.Text);

        play.Type("x");
        Assert.Contains("nothing that is loaded", play.Text);

        play.Press(KeyName.Backspace).Press(KeyName.Down).Press(KeyName.Enter);
        Assert.Equal(87, play.Model.Marked);
        Assert.Contains("line 87", play.Text);

        Assert.Equal("or", play.Type("or").Model.Reading.Draft.Text);
        Assert.Null(play.Model.Marked);
    }

    [Fact]
    public void A_server_that_can_search_looks_everywhere_and_a_hit_elsewhere_is_gone_to()
    {
        var play = Room();
        var chat = play.Model.Chat;
        play.Hear(chat with { Client = chat.Client with { Active = ["batch", "soju.im/search"] } }).Ctrl('f').Type("tea");
        Assert.Contains("Enter looks everywhere", play.Text);
        Assert.Equal(new ChatWish.Search("#lobby", "tea"), Assert.Single(play.Press(KeyName.Enter).Wishes));

        var hit = new Entry(0, new(new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero), "m1"), new EntryWhat.Said("Mai", "green tea", Manner.Message, false));
        play.Hear(play.Model.Chat with { Found = new Found("tea", [new Hit("#dotnet", hit)]) });
        Assert.Contains("Found in all rooms", play.Text);
        Assert.Contains("#dotnet 2026-11-01 12:00", play.Text);
        Assert.Equal(new ChatWish.Look("#dotnet"), Assert.Single(play.Press(KeyName.Enter).Wishes));
    }

    [Fact]
    public void A_date_that_is_loaded_is_shown()
    {
        var play = Room().Alt('j').Type("12:10").Press(KeyName.Enter);
        Assert.DoesNotContain(play.Wishes, wish => wish is ChatWish.LoadAround);
        Assert.Contains("12:10", play.Text);
    }

    [Fact]
    public void A_date_that_is_not_is_asked_for()
    {
        var play = Room().Alt('j').Type("2026-11-01").Press(KeyName.Enter);
        Assert.Equal(new ChatWish.LoadAround("#lobby", new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), null), Assert.Single(play.Wishes));
        Assert.Contains("loading", play.Text);
    }

    [Fact]
    public void Where_nothing_is_from_before_the_date_the_first_that_is_later_is_shown()
    {
        var play = Room().Alt('j').Type("today").Press(KeyName.Enter);
        Assert.IsType<ChatWish.LoadAround>(Assert.Single(play.Wishes));
        play.Hear(room => room with { Older = Reach.Loading });
        Assert.Contains("loading", play.Text);

        play.Hear(room => room with { Older = Reach.More });

        Assert.DoesNotContain("loading", play.Text);
        Assert.Contains("An line 1", play.Messages[0] + play.Messages[1]);
    }

    [Fact]
    public void What_is_no_date_says_what_is_one()
    {
        var play = Room().Alt('j').Type("soon").Press(KeyName.Enter);
        Assert.Contains("'soon' is not a date", play.Text);
        Assert.DoesNotContain("is not a date", play.Type("!").Text);
    }

    [Fact]
    public void A_paste_goes_into_the_box_and_only_its_first_line()
    {
        var play = Room().Ctrl('k').Do(new UserInput.Pasted("dot\nnet"));
        Assert.Equal("dot", Assert.IsType<Overlay.Switcher>(play.Model.Overlay).Filter);
        Assert.Equal("", play.Model.Reading.Draft.Text);
    }

    [Fact]
    public void Every_box_is_closed_by_escape()
    {
        foreach (var open in new Func<TalkPlay, TalkPlay>[] { p => p.Press(KeyName.F1), p => p.Ctrl('k'), p => p.Ctrl('f'), p => p.Alt('j'), p => p.Alt('s').Type("e"), p => p.Click("Duy line") })
        {
            var play = open(Room());
            Assert.NotNull(play.Model.Overlay);
            Assert.Null(play.Press(KeyName.Escape).Model.Overlay);
        }
    }

    [Fact]
    public void What_is_not_loaded_is_looked_for_further_back_until_it_is_found()
    {
        var model = new Furnished().Say(100).At(80, 24);
        var client = model.Chat.Client with { Active = [Caps.History, Caps.Batch] };
        var play = new TalkPlay(model.With(model.Chat with { Client = client })).Ctrl('f').Type("zebra");
        Assert.Contains("Enter looks further back", play.Text);

        Assert.Equal(new ChatWish.LoadOlder("#lobby"), Assert.Single(play.Press(KeyName.Enter).Wishes));
        Assert.Empty(play.Hear(room => room with { Older = Reach.Loading }).Wishes);
        Assert.Equal(new ChatWish.LoadOlder("#lobby"), Assert.Single(play.Hear(room => room with { Older = Reach.More }).Wishes));

        var old = new Entry(-5, new Stamp(Furnished.Noon.AddDays(-9), "old"), new EntryWhat.Said("Mai", "a Zébra!", Manner.Message, false));
        Assert.Empty(play.Hear(room => room with { Older = Reach.More, Entries = [old, .. room.Entries] }).Wishes);
        Assert.Contains("Mai: a Zébra!", play.Text);
        Assert.Equal(-5, play.Press(KeyName.Enter).Model.Marked);
    }

    [Fact]
    public void At_the_beginning_it_is_said_that_there_is_nothing()
    {
        var play = new TalkPlay(new Furnished { Older = Reach.End }.Say(3).At(80, 24)).Ctrl('f').Type("zebra");
        Assert.Contains("nothing has these words, back to the beginning", play.Text);
    }

    [Fact]
    public void A_setting_is_turned_with_the_arrows_and_a_theme_is_seen_at_once()
    {
        var play = Room().Type("/set").Press(KeyName.Escape).Press(KeyName.Enter);
        Assert.IsType<Overlay.Settings>(play.Model.Overlay);
        Assert.Equal(new TalkEffect.ChangeTheme("dark"), Assert.Single(play.Press(KeyName.Right).Effects));
        Assert.Equal("dark", play.Model.Preferences.Theme);

        while (!play.Text.Contains("joins      condensed", StringComparison.Ordinal) || SettingTable.All[((Overlay.Settings)play.Model.Overlay!).Chosen].Name != "joins")
            play.Press(KeyName.Down);
        Assert.Contains(new TalkEffect.Set("joins", "none"), play.Press(KeyName.Left).Effects);
        Assert.Contains(new TalkEffect.Set("joins", "condensed"), play.Press(KeyName.Enter).Effects);
        Assert.Null(play.Press(KeyName.Escape).Model.Overlay);
    }
}
