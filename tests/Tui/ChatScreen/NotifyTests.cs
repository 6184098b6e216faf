using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;
using ChatRoom.Tui.ChatScreen;
using ChatRoom.Tui.Drivers;
using ChatRoom.Tui.Input;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Tui.Tests.ChatScreen;

/// <summary>What calls somebody: in general, in one room, and afterwards.</summary>
public class NotifyTests
{
    [Theory]
    [InlineData("", "Tuan: hello", true)]
    [InlineData("", "hello", false)]
    [InlineData("/notify #cats all", "hello", true)]
    [InlineData("/notify #cats nothing", "Tuan: hello", false)]
    [InlineData("/notify #cats mentions", "hello", false)]
    public void A_room_calls_as_it_was_told_to(string typed, string said, bool calls)
    {
        var play = Play();
        if (typed.Length > 0)
            play.Type(typed).Press(KeyName.Enter);

        Hear(play, "#cats", said);

        Assert.Equal(calls, play.Effects.OfType<TalkEffect.Do>().Any(effect => effect.What is Signal.Bell));
    }

    [Fact]
    public void What_is_told_of_one_room_counts_there_alone_until_it_is_taken_back()
    {
        var play = new TalkPlay(new Furnished().Say(3).At(120, 24)).Type("/notify #cats nothing").Press(KeyName.Enter);
        Assert.Contains("nothing calls you in #cats", play.Text);
        Assert.StartsWith("#lobby", TalkView.Show(play.Model).Title, StringComparison.Ordinal);
        Assert.Contains("Look { Conversation = #dotnet }", Assert.Single(play.Alt('a').Wishes).ToString());

        play.Type("/notify #cats default").Press(KeyName.Enter);

        Assert.Empty(play.Model.Notified);
        Assert.StartsWith("(1)", TalkView.Show(play.Model).Title, StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_names_somebody_is_in_one_list_over_all_networks()
    {
        var play = Play();
        Hear(play, "#cats", "Tuan: a cat");
        Hear(play, "#lobby", "Tuan: at work", "work");
        Hear(play, "#cats", "nothing");

        play.Type("/mentions").Press(KeyName.Enter);

        var rows = play.Rows.Where(row => row.Contains("Tuan:", StringComparison.Ordinal) && row.Contains('│')).ToList();
        Assert.Contains(rows, row => row.Contains("An: Tuan: at work", StringComparison.Ordinal) && row.Contains("#lobby · work", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("An: Tuan: a cat", StringComparison.Ordinal) && row.Contains("#cats · home", StringComparison.Ordinal));
    }

    [Fact]
    public void Enter_goes_to_the_message_in_its_room()
    {
        var play = Play();
        Hear(play, "#cats", "Tuan: a cat");
        play.Type("/mentions").Press(KeyName.Enter).Press(KeyName.Enter);
        Assert.Equal(new ChatWish.Look("#cats"), Assert.Single(play.Wishes));

        play.Update(new TalkMessage.Heard(NetworksUpdate.Wish(play.Model.Networks, "home", new ChatWish.Look("#cats")).Model));

        Assert.NotNull(play.Model.Marked);
        Assert.Null(play.Model.Overlay);
        Assert.Contains("Tuan: a cat", play.Text);
    }

    private static TalkPlay Play()
    {
        var home = new Furnished().Say(3).At(120, 24);
        return new(home with { Networks = home.Networks.With(new Furnished().Say(3).Network("work")) });
    }

    private static void Hear(TalkPlay play, string room, string text, string network = "home")
    {
        var chat = play.Model.Networks.Find(network)!.Chat;
        var said = new ChatEvent.Said(new Stamp(play.Model.Now, $"{network}{text}"), room, "An", room, text, Manner.Message, false);
        play.Update(new TalkMessage.Heard(NetworksUpdate.Hear(play.Model.Networks, network, chat.Client, chat.Link, [said], play.Model.Now).Model));
    }
}
