using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;
using ChatRoom.Irc;
using ChatRoom.Tui.ChatScreen;
using ChatRoom.Tui.ChatScreen.Overlays;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Tests.ChatScreen;

/// <summary>What is seen can be clicked.</summary>
public class MouseTests
{
    private static TalkPlay Lively(int columns = 120, int rows = 40) => new(Furnished.Lively().At(columns, rows));

    [Fact]
    public void A_room_of_the_list_is_looked_at() => Assert.Equal(new ChatWish.Look("#dotnet"), Assert.Single(Lively().Click("#dotnet").Wishes));

    [Fact]
    public void A_person_is_asked_about_and_written_to()
    {
        var play = Lively().Click("Mai away");
        Assert.Equal(new Overlay.Person("Mai", 0), play.Model.Overlay);

        Assert.Equal(new ChatWish.Open("Mai"), Assert.Single(play.Click("write a private message").Wishes));
        Assert.Null(play.Model.Overlay);

        Assert.Equal(new ChatWish.Command("#lobby", Message.Of("WHOIS", "Mai")), Assert.Single(play.Click("Mai thanks").Click("who is this?").Wishes));
    }

    [Fact]
    public void A_link_is_opened() =>
        Assert.Equal(new TalkEffect.OpenLink("https://example.org/a(b)?q=1"), Assert.Single(Lively().Click("https://example.org/a").Effects));

    [Fact]
    public void An_invitation_is_followed_with_a_click()
    {
        var play = new TalkPlay(new Furnished().Say(3).Add(new EntryWhat.Invitation("Duy", "#tea")).At(140, 24));
        Assert.Contains("Duy invites you to #tea: click it, or /join #tea", play.Text);
        Assert.Equal(new ChatWish.Open("#tea"), Assert.Single(play.Click("#tea: click").Wishes));
    }

    [Fact]
    public void A_reaction_is_joined_or_taken_back()
    {
        Assert.Equal(new ChatWish.React("#lobby", "id10", "🎉", Undo: false), Assert.Single(Lively().Click("🎉 1").Wishes));
        Assert.Equal(new ChatWish.React("#lobby", "id10", "👍", Undo: true), Assert.Single(Lively().Click("👍 2").Wishes));
    }

    [Fact]
    public void A_quotation_leads_to_what_was_said()
    {
        var play = Lively().Click("╭ Duy");
        Assert.Equal(8, play.Model.Marked);
    }

    [Fact]
    public void A_quotation_of_what_is_not_loaded_asks_for_it_and_shows_it_when_it_is_there()
    {
        var answer = new EntryWhat.Said("Mai", "yes", Manner.Message, false) { ReplyTo = "far" };
        var play = new TalkPlay(new Furnished().Say(50).Add(answer).At(80, 24)).Click("╭ an earlier message");
        Assert.IsType<ChatWish.LoadAround>(Assert.Single(play.Wishes));

        var far = new Entry(-30, new Stamp(Furnished.Noon.AddDays(-3), "far"), new EntryWhat.Said("An", "the far one", Manner.Message, false));
        play.Hear(room => room with { Entries = [far, .. room.Entries], Newer = Reach.More });

        Assert.Equal(-30, play.Model.Marked);
        Assert.Contains("the far one", play.Text);
    }

    [Fact]
    public void What_failed_is_said_again_or_taken_back()
    {
        var failed = new EntryWhat.Said("Tuan", "oh", Manner.Message, true) { Fate = DeliveryState.Failed, Id = 7, Why = "no" };
        var play = new TalkPlay(new Furnished().Add(failed).At(80, 24));

        Assert.Equal(new ChatWish.Retry("#lobby", 7, 1000), Assert.Single(play.Click("[again]").Wishes));
        Assert.Equal(new ChatWish.Discard("#lobby", 7), Assert.Single(play.Click("[take back]").Wishes));
    }

    [Fact]
    public void The_buttons_send_and_leave()
    {
        var play = Lively().Type("hello").Click("[Send]");
        Assert.Equal(new ChatWish.Say("#lobby", "hello", Manner.Message, 1005), Assert.Single(play.Wishes));
        Assert.Equal("", play.Model.Reading.Draft.Text);

        Assert.Empty(play.Click("×").Wishes);
        Assert.Contains("click × again to leave #lobby", play.Text);
        Assert.Equal(new ChatWish.Close("#lobby", ""), Assert.Single(play.Click("×").Wishes));
        Assert.Empty(Lively().Click("×").Type("x").Click("×").Wishes);
    }

    [Fact]
    public void A_message_is_chosen_by_a_click_and_let_go_by_another()
    {
        var play = Lively().Click("are you there?");
        Assert.Equal(12, play.Model.Chosen);
        Assert.Null(play.Click("are you there?").Model.Chosen);
    }

    [Fact]
    public void A_click_beside_a_box_closes_it_and_reaches_nothing_behind()
    {
        var play = Lively().Press(KeyName.F1);
        Assert.NotNull(play.Click("Keys").Model.Overlay);

        play.Click("[Send]");
        Assert.Null(play.Model.Overlay);
        Assert.Empty(play.Effects);
    }

    [Fact]
    public void Every_cell_can_be_clicked_at_every_size()
    {
        foreach (var (columns, rows) in new[] { (80, 24), (40, 12), (20, 5), (3, 2), (1, 1) })
        {
            for (var at = 0; at < columns * rows; at += 7)
            {
                var play = new TalkPlay(Furnished.Lively().At(columns, rows));
                play.Wheel(at % columns, at / columns, MouseAction.Press).Resize(columns, rows);
                Assert.Equal(rows, play.Rows.Length);
            }
        }
    }
}
