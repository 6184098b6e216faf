using ChatRoom.Client.Chat;
using ChatRoom.Client.Text;

namespace ChatRoom.Tui.ChatScreen.Lines;

public sealed partial class MessageLayout
{
    /// <summary>As much of the words of others as a row of a small screen holds.</summary>
    private const int LongestReason = 200;

    private void AddFate(List<Piece> text, EntryWhat.Said said)
    {
        var theme = _model.Theme;
        switch (said.Fate)
        {
            case DeliveryState.Kept:
                return;
            case DeliveryState.Waiting or DeliveryState.Sent:
                text.Add(new Piece(" …", theme.Pending));
                return;
            case DeliveryState.Failed:
                text.Add(new Piece($"  not sent{Because(Clipped.To(TerminalText.Sanitize(said.Why ?? ""), LongestReason))} ", theme.Error));
                break;
            case DeliveryState.PerhapsSent:
                text.Add(new Piece("  perhaps sent ", theme.Error));
                break;
            default:
                throw new InvalidOperationException($"unknown fate {said.Fate}");
        }
        if (said.Id is not { } id)
            return;
        text.Add(new Piece("[again]", theme.Button, new TalkTarget.Again(id), Whole: true));
        text.Add(new Piece(" ", theme.Text));
        text.Add(new Piece("[take back]", theme.Button, new TalkTarget.Discard(id), Whole: true));
    }

    private void AddChip(List<Piece> text, Entry entry, Reaction reaction)
    {
        var ours = reaction.Nicks.Any(_model.Chat.Client.IsOwn);
        var shown = Clipped.To(TerminalText.Sanitize(reaction.Text), 12);
        text.Add(new Piece(" ", _model.Theme.Text));
        var (style, target) = (ours ? _model.Theme.Selected : _model.Theme.Bar, new TalkTarget.Chip(entry.Number, reaction.Text));
        text.Add(new Piece($" {shown} {reaction.Nicks.Count} ", style, target, Whole: true));
    }

    /// <summary>One row of what is answered, above the answer.</summary>
    private MessageRow Quotation(Entry entry, string answered)
    {
        var indent = _columns.IsInline ? _columns.Time : _columns.Indent - 2;
        var text = Find(answered)?.What is EntryWhat.Said said ? $"{said.Nick}: {Plain(said.Text)}" : "an earlier message";
        var shown = Clipped.To(TerminalText.Sanitize(text), Math.Max(1, _columns.Width - indent - 2));
        return new MessageRow([Blank(indent), new Piece("╭ " + shown, _model.Theme.Faint, new TalkTarget.Quote(answered))], entry.Number);
    }

    private static string Plain(string text) => text.ReplaceLineEndings(" ");
}
