using ChatRoom.Client.Chat;
using ChatRoom.Tui.ChatScreen;
using ChatRoom.Tui.ChatScreen.Keys;
using ChatRoom.Tui.ChatScreen.Overlays;

namespace ChatRoom.Tui.Tests.ChatScreen;

/// <summary>Each box over the chat, at each size.</summary>
public class OverlayPictureTests
{
    public static TheoryData<string, int, int> Pictures
    {
        get
        {
            var all = new TheoryData<string, int, int>();
            foreach (var name in new[] { "help", "help on commands", "switcher", "search", "search nothing", "date", "date wrong", "person", "react" })
            {
                all.Add(name, 80, 24);
                all.Add(name, 120, 40);
                all.Add(name, 40, 12);
                all.Add(name, 20, 5);
            }
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void A_box(string name, int columns, int rows)
    {
        var model = Furnished.Lively().At(columns, rows);
        Overlay overlay = name switch
        {
            "help" => new Overlay.Help(0),
            "help on commands" => new Overlay.Help(TalkKeys.All.Count + 1),
            "switcher" => new Overlay.Switcher("d", 1, SwitcherSearch.Of(model, "d")),
            "search" => new Overlay.Search("an", 0, [.. Searching.Find(model.Current, "an").Entries.Reverse()]),
            "search nothing" => new Overlay.Search("zebra", 0, []),
            "date" => new Overlay.Date("2026-11-20", null),
            "date wrong" => new Overlay.Date("monday", "'monday' is none of these"),
            "person" => new Overlay.Person("Mai", 1),
            _ => new Overlay.React(11, 2, ""),
        };
        Golden.Shows($"{name} {columns}x{rows}", TalkView.Show(model with { Overlay = overlay }));
    }
}
