using ChatRoom.Client.Text;
using ChatRoom.Tui.Composing;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Themes;

namespace ChatRoom.Tui.ConnectForm;

/// <summary>Paints the first screen.</summary>
public static partial class FormView
{
    private const string Invitation = "Where to, and as whom?";

    private static string Keys(FormModel form) => form.IsOverChat ? "Tab next · Enter connect · Esc back to the chat" : "Tab next · Enter connect · Ctrl+Q quit";

    public static Frame Paint(FormModel form, FrameSize size, Theme theme)
    {
        var canvas = new Canvas(size, theme.Text) { Title = "ChatRoom" };
        if (canvas.Area.IsEmpty)
            return canvas.ToFrame();
        switch (form.Phase)
        {
            case FormPhase.Editing:
                PaintFields(canvas, form, size, theme);
                break;
            case FormPhase.Connecting p:
                PaintBox(canvas, theme, [p.Doing], Connecting);
                break;
            case FormPhase.AskingTrust p:
                PaintBox(canvas, theme, TrustWords(form, p, size), TrustingAt(size), brief: Ungrouped(p.Found));
                break;
            case FormPhase.CertificateChanged p:
                PaintBox(canvas, theme, ChangedWords(form, p, size), Changed, brief: [TooSmall]);
                break;
        }
        return canvas.ToFrame();
    }

    private static void PaintFields(Canvas canvas, FormModel form, FrameSize size, Theme theme)
    {
        var layout = FormLayout.Of(form, size);
        if (layout.Title.Height > 0)
            PaintTitle(canvas, layout.Title, theme);
        foreach (var (field, area) in layout.Fields)
            PaintField(canvas, form, field, area, layout.Stacked, theme);
        var help = FormCheck.Help(form.Focus);
        PaintHelp(canvas, layout, help, Keys(form), theme);
        if (form.RecentChosen is { } chosen)
            PaintRecent(canvas, form, chosen, layout, theme);
    }

    /// <summary>What the field is for, and the keys: in two rows where there is room for two, else what fits.</summary>
    private static void PaintHelp(Canvas canvas, FormLayout layout, string help, string keys, Theme theme)
    {
        var (area, end) = (layout.Help, layout.Fields.Count == 0 ? 0 : layout.Fields.Max(field => field.Area.Bottom));
        var whole = help.Length > 0 ? $"{help} · {keys}" : keys;
        if (TextWidth.Of(whole) <= area.Width)
        {
            canvas.Write(area.X, area.Y, whole, theme.Faint);
            return;
        }
        var isRoomy = help.Length > 0 && end < area.Y;
        if (isRoomy)
            canvas.Write(area.X, area.Y - 1, Fitting(help, area.Width), theme.Faint);
        canvas.Write(area.X, area.Y, Fitting(isRoomy || help.Length == 0 ? keys : help, area.Width), theme.Faint);
    }

    private static void PaintTitle(Canvas canvas, Area title, Theme theme)
    {
        canvas.Write(title.X, title.Y, "ChatRoom", theme.Own, title.Right);
        if (FormLayout.LabelWidth + Invitation.Length <= title.Width)
            canvas.Write(title.X + FormLayout.LabelWidth, title.Y, Invitation, theme.Faint, title.Right);
        canvas.Write(title.X, title.Y + 1, new string('─', title.Width), theme.Border, title.Right);
    }

    /// <summary>A line that is cut says so.</summary>
    private static string Fitting(string text, int width)
    {
        if (TextWidth.Of(text) <= width)
            return text;
        var layout = ComposerLayout.Of(text, Math.Max(2, width));
        return layout[0].TrimEnd() + "…";
    }

    private static void PaintField(Canvas canvas, FormModel form, FormField field, Area area, bool stacked, Theme theme)
    {
        var focused = form.Focus == field;
        var label = LabelOf(field);
        var box = stacked
            ? new Area(area.X, area.Y + 1, area.Width, 1)
            : new Area(area.X + FormLayout.LabelWidth, area.Y, Math.Min(area.Width - FormLayout.LabelWidth, 44), 1);
        if (stacked && (label.Length == 0 || area.Height == 1))
            box = box with { Y = area.Y };
        else
            canvas.Write(area.X, area.Y, label, focused ? theme.Own : theme.Text, stacked ? area.Right : box.X - 1);
        canvas.Mark(area with { Height = Math.Min(area.Height, box.Y - area.Y + 1) }, new FormTarget.OfField(field));
        PaintBox(canvas, form, field, box, focused, theme);
        if (form.ErrorOf(field) is not { } error)
            return;
        var (lines, indent) = FormLayout.ErrorOf(error, stacked, area.Width);
        for (var i = 0; i < lines.Count && box.Bottom + i < area.Bottom; i++)
            canvas.Write(area.X + indent, box.Bottom + i, lines[i], theme.Error, area.Right);
    }

    private static string LabelOf(FormField field) => field switch
    {
        FormField.Recent => "Recent",
        FormField.Host => "Host",
        FormField.Port => "Port",
        FormField.Tls => "Encryption",
        FormField.Nick => "Nickname",
        FormField.Room => "Room",
        FormField.ServerPassword => "Server password",
        FormField.Account => "Account",
        FormField.AccountPassword => "Account password",
        FormField.Register or FormField.More or FormField.Connect => "",
    };

    private static void PaintBox(Canvas canvas, FormModel form, FormField field, Area box, bool focused, Theme theme)
    {
        switch (field)
        {
            case FormField.Recent:
                PaintChoice(canvas, box, form.Recent.Count == 1 ? "▾ a server you used before" : $"▾ {form.Recent.Count} servers you used before", focused, theme);
                break;
            case FormField.Tls:
                PaintChoice(canvas, box, form.Tls ? "[x] encrypted (TLS)" : "[ ] encrypt (TLS); now others can read along", focused, theme);
                break;
            case FormField.Register:
                PaintChoice(canvas, box, form.Registers ? "[x] a new account, of my nickname" : "[ ] make a new account", focused, theme);
                break;
            case FormField.More:
                PaintChoice(canvas, box, "▸ a password, an account", focused, theme);
                break;
            case FormField.Connect:
                var right = canvas.Write(box.X, box.Y, focused ? "▸ Connect ◂" : "  Connect  ", theme.Button, box.Right);
                canvas.Mark(box with { Width = right - box.X }, new FormTarget.OfField(field));
                break;
            default:
                PaintText(canvas, form[field].Writing, box, FormModel.IsSecret(field), focused, theme);
                break;
        }
    }

    private static void PaintChoice(Canvas canvas, Area box, string text, bool focused, Theme theme)
    {
        canvas.Write(box.X, box.Y, text, focused ? theme.Selected : theme.Text, box.Right);
        if (focused)
            canvas.Caret = new Caret(box.X, box.Y);
    }

    /// <summary>A text longer than its box shows the part around the caret.</summary>
    private static void PaintText(Canvas canvas, Composer writing, Area box, bool secret, bool focused, Theme theme)
    {
        canvas.Fill(box, theme.Field);
        var before = Shown(writing.Text[..writing.Caret], secret);
        var after = Shown(writing.Text[writing.Caret..], secret);
        while (TextWidth.Of(before) > Math.Max(0, box.Width - 1))
            before = before[CaretStops.Next(before, 0)..];
        var x = canvas.Write(box.X, box.Y, focused ? before : Shown(writing.Text, secret), theme.Field, box.Right);
        if (!focused)
            return;
        canvas.Write(x, box.Y, after, theme.Field, box.Right);
        canvas.Caret = new Caret(x, box.Y);
    }

    /// <summary>Of a password one sees how long it is.</summary>
    private static string Shown(string text, bool secret) => secret ? new string('•', TextWidth.Clusters(text).Count()) : TerminalText.Sanitize(text);
}
