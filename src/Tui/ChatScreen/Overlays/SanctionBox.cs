using ChatRoom.Tui.ChatScreen.Lines;

namespace ChatRoom.Tui.ChatScreen.Overlays;

/// <summary>The question before somebody is shown out or kept out. What stands below the choices is what one might not have meant.</summary>
internal static class SanctionBox
{
    public static OverlayBox Of(TalkModel model, Overlay.Sanction sanction)
    {
        var choices = sanction.Of.Choices.Select(choice => new OverlayBox.Row(choice.Text, "", model.Theme.Text));
        var warning = sanction.Of.Warning.Length == 0 ? [] : Wrapping.Of([new Piece(sanction.Of.Warning, model.Theme.Error)], OverlayView.WidthOf(model.Size) - 4)
            .Select(row => new OverlayBox.Row(string.Concat(row.Select(piece => piece.Text)), "", model.Theme.Error));
        return new OverlayBox(sanction.Of.Title, null, [.. choices, .. warning], "↑↓ choose  Enter do it  Esc don't") { Chosen = sanction.Chosen };
    }
}
