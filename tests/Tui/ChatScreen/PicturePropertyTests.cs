using ChatRoom.Client.Connection;
using ChatRoom.Tui.ChatScreen;
using ChatRoom.Tui.ChatScreen.Overlays;
using ChatRoom.Tui.ChatScreen.Panes;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Tests.ChatScreen;

/// <summary>What is true of every picture of a chat, over chats that nobody thought of and every size from 20x5 up.</summary>
public class PicturePropertyTests
{
    private const int Seeds = 60;

    private static readonly TalkModel[] Chats = [.. Enumerable.Range(1, Seeds).Select(AnyChat.Of)];

    [Fact]
    public void Every_size_shows_a_whole_picture() => Everywhere(Chats, model => Whole.Check(TalkView.Show(model)));

    [Fact]
    public void No_two_parts_overlap() => Everywhere(Chats, model =>
    {
        var areas = Areas(TalkLayout.Of(model));
        Assert.All(areas, area => Assert.Equal(area, area.Within(Area.Of(model.Size))));
        for (var i = 0; i < areas.Count; i++)
            Assert.All(areas.Skip(i + 1), other => Assert.True(areas[i].Within(other).IsEmpty, $"{areas[i]} and {other}"));
    });

    [Fact]
    public void Each_part_paints_only_where_it_is() => Everywhere(Chats, model =>
    {
        var layout = TalkLayout.Of(model);
        Paints(model, canvas => TopBar.Paint(canvas, model, layout), layout.Top);
        Paints(model, canvas => ConversationPane.Paint(canvas, model, layout.Conversations), layout.Conversations, Border(layout.Conversations, layout.Conversations.Right));
        Paints(model, canvas => PeoplePane.Paint(canvas, model, layout.People), layout.People, Border(layout.People, layout.People.X - 1));
        Paints(model, canvas => TypingLine.Paint(canvas, model, layout.Typing), layout.Typing);
        // The way back to the newest stands beside who is typing.
        Paints(model, canvas => MessagePane.Paint(canvas, model, layout.Messages, layout.Typing), layout.Messages, layout.Typing);
        Paints(model, canvas => RemarkLines.Paint(canvas, model, layout.Remark), layout.Remark);
        Paints(model, canvas => AnsweringLine.Paint(canvas, model, layout.Answering), layout.Answering);
        Paints(model, canvas => InputPane.Paint(canvas, model, layout), layout.Input);
        Paints(model, canvas => StatusLine.Paint(canvas, model, layout.Status), layout.Status);
    }, each: 17);

    [Fact]
    public void Where_one_is_can_be_seen_in_the_list() => Everywhere(Chats.Where(model => model.Overlay is null), model =>
    {
        if (!TalkLayout.Of(model).Conversations.IsEmpty)
            Assert.Contains(TalkView.Show(model).Zones, zone => zone.Target == new TalkTarget.Conversation(model.CurrentId));
    });

    [Fact]
    public void What_is_chosen_in_a_box_is_in_sight() => Everywhere(Chats.Where(model => model.Overlay is not null), model =>
    {
        var box = OverlayContent.Of(model, model.Overlay!);
        if (box.Chosen is { } chosen && chosen < box.Rows.Count)
            Assert.Contains(TalkView.Show(model).Zones, zone => zone.Target == new TalkTarget.Choice(chosen));
    }, each: 7);

    [Fact]
    public void A_connection_that_does_not_stand_is_seen_at_every_size()
    {
        LinkState[] states = [new LinkState.Connecting(), new LinkState.Waiting("the server does not answer", Furnished.Noon.AddSeconds(5.2), 2), new LinkState.Over("the server is full")];
        Everywhere(states.Select(state => new Furnished { Link = state }.Say(3).At(80, 24)), model =>
            Assert.Matches("○ connecting|○ reconnecting in|✕ not connected", TalkView.Show(model).ToText()));
    }

    /// <summary>Every size is there with one of the models, and every model with many sizes.</summary>
    /// <param name="each">Only each so-many-th size, where a check takes long.</param>
    private static void Everywhere(IEnumerable<TalkModel> models, Action<TalkModel> check, int each = 1)
    {
        var all = models.ToList();
        var index = 0;
        foreach (var size in Whole.Sizes.Where((_, i) => i % each == 0))
        {
            var model = all[index++ % all.Count] with { Size = size };
            try
            {
                check(model);
            }
            catch (Exception wrong)
            {
                throw new InvalidOperationException($"chat {(index - 1) % all.Count} of {all.Count} at {size}", wrong);
            }
        }
    }

    private static List<Area> Areas(TalkLayout layout) =>
    [
        .. new[] { layout.Top, layout.Conversations, layout.Messages, layout.People, layout.Typing, layout.Answering, layout.Remark, layout.Input, layout.Status }
            .Where(area => !area.IsEmpty),
    ];

    private static Area Border(Area beside, int x) => beside.IsEmpty ? default : new Area(x, beside.Y, 1, beside.Height);

    private static void Paints(TalkModel model, Action<Canvas> paint, params Area[] inside)
    {
        var blank = new Style(default, default, (Emphasis)(-1));
        var canvas = new Canvas(model.Size, blank);
        paint(canvas);
        var cells = Whole.Cells(canvas.ToFrame());
        for (var y = 0; y < model.Size.Rows; y++)
        {
            for (var x = 0; x < model.Size.Columns; x++)
            {
                if (!Array.Exists(inside, area => area.Contains(x, y)))
                    Assert.True(cells[x, y] == (" ", blank), $"{cells[x, y].Text} at {x}, {y} is outside of {string.Join(" and ", inside)}");
            }
        }
    }
}
