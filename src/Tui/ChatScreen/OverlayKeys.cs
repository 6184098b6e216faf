using ChatRoom.Client.Chat;
using ChatRoom.Tui.ChatScreen.Overlays;
using ChatRoom.Tui.Commands;
using ChatRoom.Tui.Composing;
using ChatRoom.Tui.Input;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Tui.ChatScreen;

/// <summary>Keys and text while an overlay is open.</summary>
internal static class OverlayKeys
{
    public static TalkStep Press(TalkModel model, Overlay overlay, Key key)
    {
        if (key.Is(KeyName.Escape))
            return Closed(model);
        if (overlay is Overlay.Settings settings && (key.Is(KeyName.Left) || key.Is(KeyName.Right) || key.Is(KeyName.Enter)))
            return SettingChanges.Turn(model, settings, key.Is(KeyName.Left) ? -1 : 1);
        if (key.Is(KeyName.Up) || key.IsCtrl('p'))
            return Move(model, overlay, -1);
        if (key.Is(KeyName.Down) || key.IsCtrl('n'))
            return Move(model, overlay, 1);
        if (key.Is(KeyName.PageUp) || key.Is(KeyName.PageDown))
            return Move(model, overlay, key.Is(KeyName.PageUp) ? -8 : 8);
        if (key.Is(KeyName.Enter))
            return Choose(model, overlay, null);
        if (key.Is(KeyName.Backspace))
            return Retype(model, overlay, Shorter);
        if (key.IsCtrl('u'))
            return Retype(model, overlay, _ => "");
        return key.Writes ? Type(model, overlay, key.Letter.ToString()) : TalkStep.Of(model);
    }

    /// <summary>Where one has looked far back, what is newest is loaded again.</summary>
    private static TalkStep Closed(TalkModel model)
    {
        var closed = model with { Overlay = null };
        return model.Overlay is Overlay.Search && model.Reading.Place is null && model.Current.Newer != Reach.End ? Scrolling.Latest(closed) : TalkStep.Of(closed);
    }

    public static TalkStep Type(TalkModel model, Overlay overlay, string typed)
    {
        // A digit is a reaction while nothing else is typed.
        if (overlay is Overlay.React { Typed: "" } && typed.Length == 1 && typed[0] >= '1' && typed[0] - '1' < Reactions.Offered.Count)
            return Choose(model, overlay, typed[0] - '1');
        return Retype(model, overlay, text => text + typed);
    }

    private static TalkStep Retype(TalkModel model, Overlay overlay, Func<string, string> change) => TalkStep.Of(model with
    {
        Overlay = overlay switch
        {
            Overlay.Switcher o => Filtered(model, change(o.Filter)),
            Overlay.Search o => Finding.In(model, change(o.Words)),
            Overlay.Date o => new Overlay.Date(change(o.Text), null),
            Overlay.React o => o with { Typed = change(o.Typed), Chosen = 0 },
            Overlay.Help or Overlay.Person or Overlay.Sanction or Overlay.Page or Overlay.Settings or Overlay.Mentions => overlay,
        },
    });

    private static Overlay.Switcher Filtered(TalkModel model, string filter) => new(filter, 0, SwitcherSearch.Of(model, filter));

    private static TalkStep Move(TalkModel model, Overlay overlay, int by) => TalkStep.Of(model with
    {
        Overlay = overlay switch
        {
            Overlay.Help o => o with { From = Scrolled(model, o, o.From + by) },
            Overlay.Page o => o with { From = Scrolled(model, o, o.From + by) },
            Overlay.Switcher o => o with { Chosen = Clamped(o.Chosen + by, o.Choices.Count) },
            Overlay.Search o => o with { Chosen = Clamped(o.Chosen + by, o.Found.Count + (Finding.MayGoFurther(model, o) ? 1 : 0)) },
            Overlay.Mentions o => o with { Chosen = Clamped(o.Chosen + by, o.All.Count) },
            Overlay.Date o => o,
            Overlay.Sanction o => o with { Chosen = Clamped(o.Chosen + by, o.Of.Choices.Count) },
            Overlay.Person o => o with { Chosen = Clamped(o.Chosen + by, PersonChoices.Of(model, o.Nick).Count) },
            Overlay.React o => o with { Chosen = Clamped(o.Chosen + by, Reactions.For(o.Typed).Count) },
            Overlay.Settings o => o with { Chosen = Clamped(o.Chosen + by, SettingTable.All.Count) },
        },
    });

    private static int Scrolled(TalkModel model, Overlay overlay, int from)
    {
        var box = OverlayContent.Of(model, overlay);
        return Math.Clamp(from, 0, Math.Max(0, box.Rows.Count - OverlayView.Room(model.Size, box)));
    }

    private static string Shorter(string text) => text[..CaretStops.Previous(text, text.Length)];

    private static int Clamped(int index, int count) => Math.Clamp(index, 0, Math.Max(0, count - 1));

    /// <param name="clicked">The one that was clicked; null for the one that is marked.</param>
    public static TalkStep Choose(TalkModel model, Overlay overlay, int? clicked)
    {
        var closed = model with { Overlay = null };
        return overlay switch
        {
            Overlay.Help or Overlay.Page => TalkStep.Of(closed),
            Overlay.Switcher o => At(o.Choices, clicked ?? o.Chosen) is { } choice
                ? TalkStep.Of(closed, choice.Network, choice.IsOpen ? new ChatWish.Look(choice.Name) : new ChatWish.Open(choice.Name))
                : TalkStep.Of(model),
            Overlay.Search o => clicked is null && Finding.MayAsk(model, o)
                ? TalkStep.Of(model with { Overlay = o with { IsAsked = true } }, new ChatWish.Search(model.Current.Name, o.Words))
                : At(o.Found, clicked ?? o.Chosen) is { } hit ? Finding.GoTo(closed, hit) : Finding.Further(model, o),
            Overlay.Mentions o => At(o.All, clicked ?? o.Chosen) is { } mention ? OwnCommands.GoTo(model, mention) : TalkStep.Of(closed),
            Overlay.Date o => JumpGoal.TryParse(o.Text.Trim(), TimeZoneInfo.ConvertTime(model.Now, model.Zone), out var goal)
                ? Scrolling.JumpTo(closed, goal)
                : TalkStep.Of(model with { Overlay = o with { Wrong = $"'{o.Text}' is not {JumpGoal.Rule}" } }),
            Overlay.Sanction o => At(o.Of.Choices, clicked ?? o.Chosen) is { } choice ? TalkStep.Of(closed, new ChatWish.Command(model.Current.Name, choice.Line)) : TalkStep.Of(model),
            Overlay.Person o => TalkStep.Of(closed, PersonChoices.Of(model, o.Nick)[clicked ?? o.Chosen].Wish),
            Overlay.React o => At(Reactions.For(o.Typed), clicked ?? o.Chosen) is { Text: { } text } ? Choosing.Toggle(closed with { Chosen = null }, o.Number, text) : TalkStep.Of(model),
            Overlay.Settings o => SettingChanges.Turn(model, o with { Chosen = clicked ?? o.Chosen }, 1),
        };
    }

    private static T? At<T>(IReadOnlyList<T> all, int index) => index < all.Count ? all[index] : default;
}
