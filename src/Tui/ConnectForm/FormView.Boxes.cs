using ChatRoom.Client.Connection;
using ChatRoom.Client.Text;
using ChatRoom.Tui.Composing;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Themes;

namespace ChatRoom.Tui.ConnectForm;

public static partial class FormView
{
    private const int FingerprintRow = 32;

    private static readonly (string Text, FormTarget Target)[] Connecting = [("Esc: cancel", new FormTarget.Back())];

    private static readonly (string Text, FormTarget Target)[] Trusting = [("Esc: go back", new FormTarget.Back()), ("y: trust it", new FormTarget.Trust())];

    private static readonly (string Text, FormTarget Target)[] Changed = [("Esc: go back", new FormTarget.Back()), ("f: forget the old one", new FormTarget.Forget())];

    private const string TooSmall = "Another certificate than before! Enlarge the window.";

    private static string PlaceOf(FormModel form) => TerminalText.Sanitize($"{form[FormField.Host].Text.Trim()}:{form[FormField.Port].Text.Trim()}");

    private static IEnumerable<string> TrustWords(FormModel form, FormPhase.AskingTrust asking, FrameSize size) =>
    [
        $"{PlaceOf(form)} shows a certificate that cannot be checked: {TerminalText.Sanitize(asking.Reason)}.",
        "",
        "Its fingerprint (SHA-256) is",
        .. Rows(asking.Found, DigitsIn(size)),
        "",
        "Trust it if the operator tells you the same one. It is remembered then.",
    ];

    private static IEnumerable<string> ChangedWords(FormModel form, FormPhase.CertificateChanged changed, FrameSize size) =>
    [
        $"{PlaceOf(form)} shows another certificate than before. Somebody may be listening in between.",
        "",
        "You trust",
        .. Rows(changed.Pinned, DigitsIn(size)),
        "It shows",
        .. Rows(changed.Found, DigitsIn(size)),
        "",
        "Ask the operator. If the new one is right, forget the old one: then you are asked about the new one.",
    ];

    private static int DigitsIn(FrameSize size) => size.Columns >= 36 ? FingerprintRow : FingerprintRow / 2;

    /// <summary>Rows that two people can read to each other.</summary>
    private static IEnumerable<string> Rows(Fingerprint print, int digits) => print.Text.Chunk(digits).Select(row => string.Join(' ', row.Chunk(4).Select(group => new string(group))));

    private static IEnumerable<string> Ungrouped(Fingerprint print) => print.Text.Chunk(FingerprintRow / 2).Select(row => new string(row));

    private static (string Text, FormTarget Target)[] TrustingAt(FrameSize size) =>
        size.Columns >= 30 ? Trusting : [("Esc: no", new FormTarget.Back()), ("y: trust", new FormTarget.Trust())];

    /// <summary>Words and what can be answered, in the middle.</summary>
    /// <param name="brief">The words where not all of them fit: nobody may say yes to what they cannot see.</param>
    private static void PaintBox(Canvas canvas, Theme theme, IEnumerable<string> words, (string Text, FormTarget Target)[] answers, IEnumerable<string>? brief = null)
    {
        var width = Math.Min(64, Math.Max(1, canvas.Area.Width - 2));
        var rows = words.SelectMany(text => Wrapped(text, width)).ToList();
        if (brief is not null && rows.Count > canvas.Area.Height - 1)
            rows = [.. brief.SelectMany(text => Wrapped(text, width))];
        var x = (canvas.Area.Width - width) / 2;
        var y = Math.Max(0, (canvas.Area.Height - rows.Count - 2) / 2);
        var last = canvas.Area.Height - 1;
        foreach (var row in rows.TakeWhile(_ => y < last))
            canvas.Write(x, y++, row, theme.Text);
        y = Math.Min(last, y + 1);
        foreach (var (text, target) in answers)
        {
            // The first one is the safe one, and looks like what one would press.
            var right = canvas.Write(x, y, $" {text} ", target == answers[0].Target ? theme.Button : theme.Bar);
            canvas.Mark(new Area(x, y, right - x, 1), target);
            x = right + 1;
        }
    }

    private static IEnumerable<string> Wrapped(string text, int width)
    {
        var layout = ComposerLayout.Of(text, width + 1);
        return layout.Rows.Select((_, row) => layout[row].TrimEnd());
    }

    private static void PaintRecent(Canvas canvas, FormModel form, int chosen, FormLayout layout, Theme theme)
    {
        var under = layout.Fields.FirstOrDefault(field => field.Field == FormField.Recent).Area;
        // Beside the labels where a server can be read there.
        var x = layout.Stacked || under.Width < 2 * FormLayout.LabelWidth + 12 ? under.X : under.X + FormLayout.LabelWidth;
        var rows = Math.Min(form.Recent.Count, Math.Max(1, canvas.Area.Height - 1 - (under.Y + 1)));
        var first = Math.Clamp(chosen - rows / 2, 0, form.Recent.Count - rows);
        for (var row = 0; row < rows; row++)
        {
            var area = new Area(x, under.Y + 1 + row, under.Right - x, 1);
            var style = first + row == chosen ? theme.Selected : theme.Bar;
            canvas.Fill(area, style);
            canvas.Write(area.X + 1, area.Y, TerminalText.Sanitize(form.Recent[first + row].Title), style, area.Right);
            canvas.Mark(area, new FormTarget.Recent(first + row));
        }
        canvas.Caret = new Caret(x, under.Y + 1 + chosen - first);
    }
}
