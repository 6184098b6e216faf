using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;
using ChatRoom.Irc;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Tests.ChatScreen;

/// <summary>What one reads stays where it is, whatever comes, goes or changes its size.</summary>
public class ScrollTests
{
    private static TalkPlay Long(int columns = 80, int rows = 24, Reach older = Reach.More) =>
        new(new Furnished { Older = older }.Say(200).At(columns, rows));

    [Fact]
    public void The_newest_line_is_at_the_bottom() => Assert.Contains("line 200", Long().Messages[^1]);

    [Fact]
    public void A_page_up_keeps_two_rows_in_sight()
    {
        var play = Long();
        var top = play.Messages[0];

        play.Press(KeyName.PageUp);

        Assert.Equal(top.Split(' ')[^1], play.Messages[^2].Split(' ')[^1]);
        Assert.Contains("latest", play.Text);
    }

    [Fact]
    public void A_page_down_leads_back_to_the_end_and_follows_again()
    {
        var play = Long().Press(KeyName.PageUp).Press(KeyName.PageDown);

        Assert.Null(play.Model.Reading.Place);
        Assert.Contains("line 200", play.Messages[^1]);
    }

    [Fact]
    public void New_lines_dont_move_what_one_reads()
    {
        var play = Long().Press(KeyName.PageUp).Press(KeyName.PageUp);
        var before = play.Messages[..^1];

        play.Hear(room => room with { Entries = room.Entries.Add(Line(1000, "something new")) });

        Assert.Equal(before, play.Messages[..^1]);
    }

    [Fact]
    public void Older_lines_that_are_loaded_above_dont_move_it_either()
    {
        var play = Long().Press(KeyName.Home, Modifiers.Ctrl);
        var top = play.Messages[1];
        Assert.Contains("line 1", top);

        play.Hear(room => room with { Entries = [.. Enumerable.Range(-50, 50).Select(i => Line(i, $"older {i}")), .. room.Entries] });

        Assert.Contains("line 1", play.Messages[0] + play.Messages[1]);
    }

    [Theory]
    [InlineData(40, 12)]
    [InlineData(120, 40)]
    [InlineData(20, 5)]
    [InlineData(80, 10)]
    public void Another_size_of_the_screen_keeps_the_line_at_the_top(int columns, int rows)
    {
        var play = Long().Press(KeyName.PageUp, Modifiers.None).Press(KeyName.PageUp).Press(KeyName.PageUp);
        var top = Number(play.Messages[0]);

        play.Resize(columns, rows);
        Assert.Equal(top, Number(play.Messages[0]));

        play.Resize(80, 24);
        Assert.Equal(top, Number(play.Messages[0]));
    }

    [Fact]
    public void At_the_end_another_size_still_shows_the_end() => Assert.Contains("line 200", Long().Resize(40, 12).Messages[^1]);

    [Fact]
    public void A_line_that_was_dropped_gives_its_place_to_the_next_one()
    {
        var play = Long().Press(KeyName.Home, Modifiers.Ctrl);

        play.Hear(room => room with { Entries = [.. room.Entries.Skip(50)] });

        Assert.Contains("line 51", play.Messages[0] + play.Messages[1]);
    }

    [Fact]
    public void Near_the_top_older_lines_are_asked_for()
    {
        var play = Long().Press(KeyName.Home, Modifiers.Ctrl);
        Assert.Equal(new ChatWish.LoadOlder("#lobby"), Assert.Single(play.Wishes));
    }

    [Theory]
    [InlineData(Reach.End, "this is the beginning")]
    [InlineData(Reach.Untold, "this server keeps no history for you to scroll back to")]
    [InlineData(Reach.Loading, "loading older messages")]
    public void Where_there_is_nothing_to_ask_for_it_says_so(Reach older, string said)
    {
        var play = Long(older: older).Press(KeyName.Home, Modifiers.Ctrl);

        Assert.Empty(play.Wishes);
        Assert.Contains(said, play.Text);
    }

    [Fact]
    public void Where_newer_lines_were_dropped_the_way_down_asks_for_them()
    {
        var play = new TalkPlay(new Furnished { Newer = Reach.More }.Say(30).At(80, 24)).Press(KeyName.PageUp).Press(KeyName.PageDown);
        Assert.Equal(new ChatWish.LoadNewer("#lobby"), Assert.Single(play.Wishes));

        play.Press(KeyName.End, Modifiers.Ctrl);
        Assert.Equal(new ChatWish.LoadLatest("#lobby"), Assert.Single(play.Wishes));
    }

    [Fact]
    public void The_wheel_scrolls_what_is_under_it()
    {
        var play = new TalkPlay(new Furnished { Members = [.. Enumerable.Range(1, 90).Select(i => new Member($"p{i:00}"))] }.Say(90).At(120, 24));

        play.Wheel(110, 5, MouseAction.WheelDown);
        Assert.Equal(3, play.Model.PeopleFrom);
        Assert.Null(play.Model.Reading.Place);

        play.Wheel(50, 5, MouseAction.WheelUp);
        Assert.NotNull(play.Model.Reading.Place);
    }

    [Fact]
    public void Each_conversation_keeps_its_own_place_and_draft()
    {
        var play = Long().Press(KeyName.PageUp).Type("half a thought");
        var place = play.Model.Reading.Place;

        play.Hear(play.Model.Chat with { Looking = "#cats" });
        Assert.Null(play.Model.Reading.Place);
        Assert.Equal("", play.Model.Reading.Draft.Text);

        play.Hear(play.Model.Chat with { Looking = "#LOBBY" });
        Assert.Equal(place, play.Model.Reading.Place);
        Assert.Equal("half a thought", play.Model.Reading.Draft.Text);
    }

    [Fact]
    public void Every_row_of_a_long_room_is_reached_by_scrolling()
    {
        var play = Long();
        var seen = new HashSet<string>();
        for (var i = 0; i < 100; i++)
        {
            seen.UnionWith(play.Messages.Select(Number));
            play.Wheel(50, 5, MouseAction.WheelUp);
        }
        Assert.Equal(200, seen.Count(number => number.Length > 0));
    }

    private static Entry Line(long number, string text) =>
        new(number, new Stamp(Furnished.Noon.AddMinutes(number)), new EntryWhat.Said("Mai", text, Manner.Message, false)) { Reactions = ValueList.Create<Reaction>([]) };

    /// <summary>Which of the numbered lines a row shows.</summary>
    private static string Number(string row) => row.IndexOf("line ", StringComparison.Ordinal) is >= 0 and var at
        ? new string([.. row[(at + 5)..].TakeWhile(char.IsAsciiDigit)])
        : "";

    [Fact]
    public void At_the_top_it_is_said_who_speaks_and_when()
    {
        var room = new Furnished();
        for (var i = 1; i <= 60; i++)
            room.Say("An", $"line {i}").After(TimeSpan.FromSeconds(-59));
        var play = new TalkPlay(room.At(80, 24));

        Assert.Matches(@"^12:00\s+An line ", play.Messages[0]);
        Assert.Matches(@"^\s+line ", play.Messages[1]);
    }

    [Fact]
    public void Who_reads_further_up_sees_how_much_came_since()
    {
        var play = Long().Press(KeyName.PageUp);
        Assert.Contains("↓ latest: Ctrl+End", play.Text);
        var next = play.Model.Current.NextNumber;

        play.Hear(room => room with { Entries = room.Entries.Add(Line(next, "one")).Add(Said(next + 1, "Tuan, two", true)), NextNumber = next + 2 });
        Assert.Contains("↓ 2 new, one names you: Ctrl+End", play.Text);

        Assert.DoesNotContain("new", play.Press(KeyName.End, Modifiers.Ctrl).Rows[^3]);
    }

    private static Entry Said(long number, string text, bool mention) =>
        new(number, new Stamp(Furnished.Noon.AddMinutes(number)), new EntryWhat.Said("Mai", text, Manner.Message, false) { Mention = mention });
}
