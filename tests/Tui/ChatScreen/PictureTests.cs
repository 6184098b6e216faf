using ChatRoom.Client.Chat;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Tui.ChatScreen;
using ChatRoom.Tui.Composing;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Tests.ChatScreen;

/// <summary>The chat's screen at the sizes that people have, and at two that nobody should have.</summary>
public class PictureTests
{
    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    [InlineData(40, 12)]
    [InlineData(20, 5)]
    public void A_lively_room(int columns, int rows) => Check(Furnished.Lively(Reach.End).At(columns, rows), $"room {columns}x{rows}");

    [Theory]
    [InlineData("connecting")]
    [InlineData("online")]
    [InlineData("waiting")]
    [InlineData("over")]
    public void How_the_connection_stands(string name)
    {
        LinkState link = name switch
        {
            "connecting" => new LinkState.Connecting(),
            "online" => new LinkState.Online(),
            "waiting" => new LinkState.Waiting("the server does not answer", Furnished.Noon.AddSeconds(5.2), 2),
            _ => new LinkState.Over("the server is full"),
        };
        var model = new Furnished { Link = link }.At(80, 24);
        Check(model, $"link {name}");
        Check(model with { Size = new FrameSize(20, 5) }, $"link {name} 20x5");
    }

    [Fact]
    public void A_private_conversation() =>
        Check(new Furnished { Room = "Duy", Kind = ConversationKind.Person, Others = [], Older = Reach.End }.Say("Duy", "hello").Say("Tuan", "hi").At(80, 24), "person");

    [Theory]
    [InlineData(80, 24)]
    [InlineData(40, 12)]
    public void Own_lines_and_what_became_of_them(int columns, int rows)
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
        Check(room.Add(new EntryWhat.Gap()).Say("An", "back").At(columns, rows), $"fates {columns}x{rows}");
    }

    [Theory]
    [InlineData(80, 24)]
    [InlineData(40, 12)]
    [InlineData(20, 5)]
    public void Strangers_texts_that_are_hard_to_show(int columns, int rows)
    {
        var room = new Furnished { Topic = "\u001b[31mred\u202Eevil\u0007", Others = [] };
        room.Say(new string('漢', 200), "a nickname of 200 wide characters").Say("e\u0301a\u0302\u0323", "combining: e\u0301 a\u0302\u0323 o\u031B");
        room.Say("evil\u001b[2J", "\u001b]0;title\u0007 \u202Eoverride\u202C \u2066isolate\u2069 tab\there");
        room.Say("An", "family 👨\u200D👩\u200D👧 flag 🇻🇳 heart ❤️ skin 👋🏽").Say("Duy", new string('x', 150)).Say("Duy", new string('字', 60));
        Check(room.At(columns, rows), $"hard {columns}x{rows}");
    }

    [Fact]
    public void Many_conversations_with_the_current_one_in_sight()
    {
        var many = Enumerable.Range(1, 40).Select(i => new Conversation($"#room{i}", ConversationKind.Room) { Inside = true, Mentions = i == 35 ? 2 : 0, Unread = i });
        var model = new Furnished { Others = [.. many] }.Say(3).At(80, 24);
        Check(model.With(model.Chat with { Looking = "#room20" }), "many conversations");
    }

    [Fact]
    public void Many_people()
    {
        var people = Enumerable.Range(1, 500).Select(i => new Member($"p{i:000}", i % 100 == 0 ? "@" : i % 90 == 0 ? "+" : "", i % 7 == 0 ? "" : null));
        Check(new Furnished { Members = [.. people] }.Say(3).At(120, 24) with { PeopleFrom = 2 }, "many people");
    }

    [Fact]
    public void A_message_is_chosen_and_answered()
    {
        var model = Furnished.Lively().At(80, 24);
        Check(model with { Chosen = 11 }, "chosen");
        Check(model.With(model.Reading with { Answering = 11, Draft = new Composer("of course", 9) }), "answering");
    }

    [Fact]
    public void What_one_writes_grows()
    {
        var text = "a first line that is longer than the screen is wide, so that it must go on in the next row\nand a second\nand a third";
        Check(Write(new Furnished().Say(30).At(60, 20), text), "writing 60x20");
        Check(Write(new Furnished().Say(30).At(20, 5), text), "writing 20x5");
    }

    private static TalkModel Write(TalkModel model, string text) => model.With(model.Reading with { Draft = new Composer(text, text.Length) });

    private static void Check(TalkModel model, string name) => Golden.Shows(name, TalkView.Show(model));
}
