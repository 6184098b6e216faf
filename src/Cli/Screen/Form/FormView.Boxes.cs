using ChatRoom.Client;

namespace ChatRoom.Cli.Screen;

public static partial class FormView
{
    private const int FingerprintRow = 32;

    private static readonly (string Text, FormTarget Target)[] Connecting = [("Esc: cancel", new FormTarget.Back())];

    private static readonly (string Text, FormTarget Target)[] Trusting = [("y: trust it", new FormTarget.Trust()), ("Esc: no", new FormTarget.Back())];

    private static readonly (string Text, FormTarget Target)[] Changed = [("Esc: back", new FormTarget.Back())];

    private static IEnumerable<string> TrustWords(FormPhase.AskingTrust asking) =>
    [
        $"Nothing proves that this is the server you mean: {Harmless.Text(asking.Reason)}.",
        "Its certificate has this fingerprint (SHA-256):",
        .. Rows(asking.Found),
        "Trust it if the server's operator tells you the same one. It is remembered, and another one will be refused.",
    ];

    private static IEnumerable<string> ChangedWords(FormPhase.CertificateChanged changed) =>
    [
        "The server's certificate is not the one that you trust. Somebody may be between you and the server, so we don't go on.",
        "You trust:",
        .. Rows(changed.Pinned),
        "It shows:",
        .. Rows(changed.Found),
        "Ask the operator before you trust the new one.",
    ];

    private static IEnumerable<string> Rows(Fingerprint print) => print.Text.Chunk(FingerprintRow).Select(half => "  " + string.Join(' ', half.Chunk(4).Select(four => new string(four))));

    /// <summary>Words and what can be answered, in the middle. The answers are there also where not all words are.</summary>
    private static bool PaintBox(Canvas canvas, Theme theme, IEnumerable<string> words, (string Text, FormTarget Target)[] answers)
    {
        var width = Math.Min(64, Math.Max(1, canvas.Area.Width - 2));
        var rows = words.SelectMany(text => Wrapped(text, width)).ToList();
        var x = (canvas.Area.Width - width) / 2;
        var y = Math.Max(0, (canvas.Area.Height - rows.Count - 2) / 2);
        var last = canvas.Area.Height - 1;
        foreach (var row in rows.TakeWhile(_ => y < last))
            canvas.Write(x, y++, row, theme.Text);
        y = Math.Min(last, y + 1);
        foreach (var (text, target) in answers)
        {
            var right = canvas.Write(x, y, $" {text} ", theme.Button);
            canvas.Mark(new Area(x, y, right - x, 1), target);
            x = right + 1;
        }
        return true;
    }

    private static IEnumerable<string> Wrapped(string text, int width)
    {
        var layout = ComposerLayout.Of(text, width + 1);
        return layout.Rows.Select((_, row) => layout[row].TrimEnd());
    }

    private static void PaintRecent(Canvas canvas, FormModel form, int chosen, FormLayout layout, Theme theme)
    {
        var under = layout.Fields.FirstOrDefault(field => field.Field == FormField.Recent).Area;
        var x = layout.Stacked ? under.X : under.X + LabelWidth;
        var rows = Math.Min(form.Recent.Count, Math.Max(1, canvas.Area.Height - 1 - (under.Y + 1)));
        var first = Math.Clamp(chosen - rows / 2, 0, form.Recent.Count - rows);
        for (var row = 0; row < rows; row++)
        {
            var area = new Area(x, under.Y + 1 + row, under.Right - x, 1);
            var style = first + row == chosen ? theme.Selected : theme.Bar;
            canvas.Fill(area, style);
            canvas.Write(area.X + 1, area.Y, Harmless.Text(form.Recent[first + row].Title), style, area.Right);
            canvas.Mark(area, new FormTarget.Recent(first + row));
        }
        canvas.Caret = new Caret(x, under.Y + 1 + chosen - first);
    }
}
