using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;
using ChatRoom.Tui.ChatScreen;
using ChatRoom.Tui.ChatScreen.Overlays;
using ChatRoom.Tui.Composing;

namespace ChatRoom.Tui.Tests.ChatScreen;

/// <summary>A few pictures for the eye. What is true of every picture is in <see cref="PicturePropertyTests"/>.</summary>
public class PictureTests
{
    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    [InlineData(40, 12)]
    [InlineData(20, 5)]
    public void A_lively_room(int columns, int rows) => Check(Furnished.Lively(Reach.End).At(columns, rows), $"room {columns}x{rows}");

    [Fact]
    public void Own_lines_and_what_became_of_them()
    {
        var room = new Furnished().Say("Tuan", "this one is kept");
        foreach (var fate in new[] { DeliveryState.Sent, DeliveryState.Waiting, DeliveryState.PerhapsSent, DeliveryState.Failed })
        {
            room.Add(new EntryWhat.Said("Tuan", $"this one is {fate}", Manner.Message, true)
            {
                Fate = fate,
                Id = 7,
                Why = fate == DeliveryState.Failed ? "You may not speak here" : null,
            });
        }
        Check(room.Add(new EntryWhat.Gap()).Say("An", "back").At(80, 24), "fates 80x24");
    }

    [Fact]
    public void Strangers_texts_that_are_hard_to_show()
    {
        var room = new Furnished { Topic = "\u001b[31mred\u202Eevil\u0007", Others = [] };
        room.Say(new string('漢', 200), "a nickname of 200 wide characters").Say("e\u0301a\u0302\u0323", "combining: e\u0301 a\u0302\u0323 o\u031B");
        room.Say("evil\u001b[2J", "\u001b]0;title\u0007 \u202Eoverride\u202C \u2066isolate\u2069 tab\there");
        room.Say("An", "family 👨\u200D👩\u200D👧 flag 🇻🇳 heart ❤️ skin 👋🏽").Say("Duy", new string('x', 150)).Say("Duy", new string('字', 60));
        Check(room.At(80, 24), "hard 80x24");
    }

    [Fact]
    public void Many_people()
    {
        var people = Enumerable.Range(1, 500).Select(i => new Member($"p{i:000}", i % 100 == 0 ? "@" : i % 90 == 0 ? "+" : "", i % 7 == 0 ? "" : null));
        Check(new Furnished { Members = [.. people] }.Say(3).At(120, 24) with { PeopleFrom = 2 }, "many people");
    }

    [Fact]
    public void A_message_is_answered()
    {
        var model = Furnished.Lively().At(80, 24);
        Check(model.With(model.Reading with { Answering = 11, Draft = new Composer("of course", 9) }), "answering");
    }

    [Fact]
    public void What_one_writes_grows() => Check(
        Write(new Furnished().Say(30).At(60, 20), "a first line that is longer than the screen is wide, so that it must go on in the next row\nand a second\nand a third"), "writing 60x20");

    [Fact]
    public void A_box_over_the_chat()
    {
        var model = Furnished.Lively().At(80, 24);
        Check(model with { Overlay = new Overlay.Search("an", 0, [.. Searching.Find(model.Current, "an").Reverse()]) }, "search 80x24");
    }

    private static TalkModel Write(TalkModel model, string text) => model.With(model.Reading with { Draft = new Composer(text, text.Length) });

    private static void Check(TalkModel model, string name) => Golden.Shows(name, TalkView.Show(model));
}
