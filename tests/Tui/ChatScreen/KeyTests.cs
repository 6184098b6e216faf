using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;
using ChatRoom.Tui.ChatScreen;
using ChatRoom.Tui.ChatScreen.Keys;
using ChatRoom.Tui.Commands;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Tests.ChatScreen;

/// <summary>Every key does what the help says, and shows it.</summary>
public class KeyTests
{
    public static TheoryData<Key> AllKeys => [.. TalkKeys.All.SelectMany(binding => binding.Keys)];

    [Theory]
    [MemberData(nameof(AllKeys))]
    public void Every_key_of_the_help_does_something_that_is_seen(Key key)
    {
        var play = Busy().Press(KeyName.PageUp);
        var before = play.Text;

        play.Press(key);

        Assert.True(play.Text != before || !play.Effects.IsEmpty, $"{key} does nothing.");
    }

    [Fact]
    public void The_help_names_every_action() =>
        Assert.Equal(Enum.GetValues<TalkAction>().Order(), TalkKeys.All.Select(binding => binding.Action).Order());

    [Fact]
    public void The_help_is_opened_and_closed_by_its_key()
    {
        var play = Busy().Press(KeyName.F1);
        Assert.Contains("find a room or a person", play.Text);
        var shown = KeySections.All.SelectMany(section => section.Keys).ToList();
        Assert.All(TalkKeys.All, binding => Assert.Contains((binding.Shown, binding.Does), shown));

        Assert.Null(play.Press(KeyName.F1).Model.Overlay);
    }

    [Fact]
    public void On_a_small_screen_the_help_is_scrolled_to_its_end()
    {
        var play = Busy().Resize(40, 12).Press(KeyName.F1);
        for (var i = 0; i < 3 * (KeySections.All.Sum(section => section.Keys.Count + 2) + CommandTable.All.Count); i++)
            play.Press(KeyName.Down);
        Assert.Contains(CommandTable.All[^1].Usage, play.Text);
    }

    [Theory]
    [InlineData("1", "")]
    [InlineData("3", "#cats")]
    [InlineData("5", "Duy")]
    public void Alt_and_a_digit_go_to_a_conversation(string digit, string name) =>
        Assert.Equal(new ChatWish.Look(name), Assert.Single(Busy().Alt(digit[0]).Wishes));

    [Fact]
    public void Next_and_previous_go_round()
    {
        Assert.Equal(new ChatWish.Look("#cats"), Assert.Single(Busy().Ctrl('n').Wishes));
        Assert.Equal(new ChatWish.Look(""), Assert.Single(Busy().Press(KeyName.Up, Modifiers.Alt).Wishes));

        var atLast = Busy();
        atLast.Hear(atLast.Model.Chat with { Looking = "Duy" });
        Assert.Equal(new ChatWish.Look(""), Assert.Single(atLast.Ctrl('n').Wishes));
    }

    [Fact]
    public void What_names_us_comes_before_what_is_merely_new()
    {
        var play = new TalkPlay(new Furnished { Others = [Room("#a", 5, 0), Room("#b", 1, 1)] }.Say(3).At(80, 24));
        Assert.Equal(new ChatWish.Look("#b"), Assert.Single(play.Alt('a').Wishes));

        var quiet = new TalkPlay(new Furnished { Others = [Room("#a", 0, 0)] }.Say(3).At(80, 24)).Alt('a');
        Assert.Empty(quiet.Wishes);
        Assert.Contains("nothing is new elsewhere", quiet.Text);
    }

    [Fact]
    public void Escape_gets_out_of_one_thing_after_the_other()
    {
        var play = Busy().Press(KeyName.PageUp);
        play.Alt('s').Type("r").Alt('s').Press(KeyName.F1);
        Assert.NotNull(play.Model.Overlay);

        Assert.Null(play.Press(KeyName.Escape).Model.Overlay);
        Assert.NotNull(play.Model.Chosen);
        Assert.Null(play.Press(KeyName.Escape).Model.Chosen);
        Assert.NotNull(play.Model.Reading.Answering);
        Assert.Null(play.Press(KeyName.Escape).Model.Reading.Answering);
        Assert.NotNull(play.Model.Reading.Place);
        Assert.Null(play.Press(KeyName.Escape).Model.Reading.Place);
    }

    [Fact]
    public void The_parts_at_the_sides_can_be_hidden_and_shown()
    {
        var play = new TalkPlay(Furnished.Lively().At(120, 40));
        Assert.Contains("4 people", play.Text);

        Assert.DoesNotContain("4 people", play.Press(KeyName.F10).Text);
        Assert.Contains("4 people", play.Alt('n').Text);
        Assert.DoesNotContain("#dotnet", play.Press(KeyName.F9).Text);
        Assert.Contains("#dotnet", play.Press(KeyName.F9).Text);
    }

    [Fact]
    public void On_a_screen_that_is_too_narrow_for_people_it_says_so() =>
        Assert.Contains("too narrow", Busy().Resize(50, 12).Press(KeyName.F10).Text);

    [Fact]
    public void The_unread_line_and_the_last_mention_are_one_key_away()
    {
        var room = new Furnished().Say(20);
        room.Add(new EntryWhat.Said("An", "Tuan: here", Manner.Message, false) { Mention = true }).Say(60);
        room.UnreadFrom = 30;
        var play = new TalkPlay(room.At(80, 24));

        Assert.Contains("── new ──", play.Alt('u').Text);
        play.Press(KeyName.End, Modifiers.Ctrl).Alt('m');
        Assert.Contains("Tuan: here", play.Text);
        Assert.Equal(21, play.Model.Marked);
        Assert.Contains("nothing older", play.Alt('m').Text);
    }

    [Fact]
    public void Quitting_says_goodbye() => Assert.Equal(new TalkEffect.Quit(""), Assert.Single(Busy().Ctrl('q').Effects));

    private static TalkPlay Busy() => new(Furnished.Lively(Reach.End).Say(40).At(80, 24) with { PendingJump = new PendingJump(new ConversationId("home", "#x"), default, null) });

    private static Conversation Room(string name, int unread, int mentions) =>
        new(name, ConversationKind.Room) { Inside = true, Unread = unread, Mentions = mentions };

    [Fact]
    public void Ctrl_C_says_how_to_quit_and_a_second_one_quits()
    {
        var play = new TalkPlay(new Furnished().Say(3).At(80, 24)).Ctrl('c');
        Assert.Contains("Ctrl+C again", play.Text);
        Assert.Empty(play.Effects.OfType<TalkEffect.Quit>());

        Assert.Single(play.Ctrl('c').Effects.OfType<TalkEffect.Quit>());
        Assert.Empty(new TalkPlay(new Furnished().Say(3).At(80, 24)).Ctrl('c').Type("x").Ctrl('u').Ctrl('c').Effects.OfType<TalkEffect.Quit>());
    }
}
