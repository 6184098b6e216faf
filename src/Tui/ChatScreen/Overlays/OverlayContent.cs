using System.Globalization;
using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;
using ChatRoom.Client.Text;
using ChatRoom.Tui.ChatScreen.Keys;
using ChatRoom.Tui.ChatScreen.Lines;
using ChatRoom.Tui.ChatScreen.Panes;
using ChatRoom.Tui.Commands;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Tui.ChatScreen.Overlays;

/// <summary>What each overlay says.</summary>
public static class OverlayContent
{
    private const string DateHint = "2026-11-21, 14:05, 2026-11-21 14:05, today, unread, start";

    private const string ScrollHint = "↑↓ scroll  Esc close";

    private const int UsageWidth = 24;

    private const int KeysWidth = 22;

    private const string ChoiceHint = "↑↓ choose  Enter go  Esc close";

    public static OverlayBox Of(TalkModel model, Overlay overlay) => overlay switch
    {
        Overlay.Help o => Help(model, o),
        Overlay.Switcher o => Switcher(model, o),
        Overlay.Search o => Search(model, o),
        Overlay.Mentions o => Mentions(model, o),
        Overlay.Date o => Date(model, o),
        Overlay.Page o => Page(model, o),
        Overlay.Sanction o => SanctionBox.Of(model, o),
        Overlay.Person o => Person(model, o),
        Overlay.React o => React(model, o),
        Overlay.Settings o => Settings(model, o),
    };

    private static OverlayBox Help(TalkModel model, Overlay.Help help)
    {
        var keys = KeySections.On(model.Chat.Client).SelectMany(section => Section(model, section));
        var commands = CommandHelp.Overview(model.Chat.Client).SelectMany(command => SideBySide(model, command.Usage, command.Help, UsageWidth));
        return new OverlayBox("Keys and commands", null, [.. keys, new("Commands", "", model.Theme.Unread), .. commands], ScrollHint) { From = help.From };
    }

    /// <summary>The keys stand on the left, where the eye begins, and their meaning right behind.</summary>
    private static IEnumerable<OverlayBox.Row> Section(TalkModel model, KeySections section)
    {
        var rows = section.Keys.SelectMany(one => SideBySide(model, one.Shown, one.Does, KeysWidth));
        return [new(section.Title, "", model.Theme.Unread), .. rows, new("", "", model.Theme.Text)];
    }

    /// <summary>What each can be stands beside it; the arrows go through that.</summary>
    private static OverlayBox Settings(TalkModel model, Overlay.Settings settings)
    {
        var chosen = SettingTable.All[settings.Chosen];
        var rows = SettingTable.All.Select(one => new OverlayBox.Row(
            $"{one.Name,-10} {(one.Read(model.Preferences) is { Length: > 0 } value ? TerminalText.Sanitize(value) : "(empty)")}",
            one == chosen ? string.Join(" ", SettingChanges.ValuesOf(model, one)) : "",
            model.Theme.Text));
        return new OverlayBox("Settings", null, [.. rows, new("", "", model.Theme.Text), new(chosen.Help, "", model.Theme.Faint)], "↑↓ choose  ←→ change  Esc close")
        {
            Chosen = settings.Chosen,
        };
    }

    /// <summary>How it is written and what it does side by side, where both have room; else one below the other.</summary>
    private static IEnumerable<OverlayBox.Row> SideBySide(TalkModel model, string usage, string help, int column)
    {
        var width = OverlayView.WidthOf(model.Size) - 4;
        var line = $"{usage.PadRight(column)} {help}";
        if (usage.Length <= column && line.Length <= width)
            return [new(line, "", model.Theme.Text)];
        var rows = Wrapping.Of([new Piece(help, model.Theme.Faint)], Math.Max(1, width - 2));
        return [new(usage, "", model.Theme.Text), .. rows.Select(row => new OverlayBox.Row("  " + string.Concat(row.Select(piece => piece.Text)), "", model.Theme.Faint))];
    }

    /// <summary>A line that is too long for the box goes on in the next row.</summary>
    private static OverlayBox Page(TalkModel model, Overlay.Page text)
    {
        var width = OverlayView.WidthOf(model.Size) - 4;
        var rows = text.Lines.SelectMany(line => Wrapping.Of([new Piece(line, model.Theme.Text)], width))
            .Select(row => new OverlayBox.Row(string.Concat(row.Select(piece => piece.Text)), "", model.Theme.Text));
        return new OverlayBox(text.Title, null, [.. rows], ScrollHint) { From = text.From };
    }

    private static OverlayBox Switcher(TalkModel model, Overlay.Switcher switcher)
    {
        var rows = switcher.Choices.Select(choice => new OverlayBox.Row(NameOf(model, choice), choice.About, model.Theme.Text));
        return Choices("Go to", switcher.Filter, [.. rows], switcher.Chosen, "nothing has these letters", model);
    }

    private static string NameOf(TalkModel model, SwitcherChoice choice) =>
        choice.Name.Length == 0 && model.Networks.Find(choice.Network) is { } network ? Names.Of(model.Networks, network) : TerminalText.Sanitize(choice.Name);

    private static OverlayBox Search(TalkModel model, Overlay.Search search)
    {
        var rows = search.Found.Select(hit => Found(model, hit, search.Words)).ToList();
        var name = Names.OfCurrent(model);
        var isWhole = model.Current.Older is Reach.End or Reach.Untold;
        var (title, nothing) = search switch
        {
            { IsAnswered: true } => ("Found in all rooms and private conversations", "nothing has these words"),
            { IsAsked: true } => ("Looking everywhere…", "the server is looking…"),
            { Before: not null } => ($"Looking further back in {name}…", "looking further back…"),
            _ when model.Chat.Client.Searches => ($"Search in {name}; Enter looks everywhere", "nothing that is loaded here; Enter looks everywhere"),
            _ when isWhole => ($"Search in {name}", "nothing has these words, back to the beginning"),
            _ => ($"Search in {name}, as far as it is loaded", "nothing that is loaded has these words"),
        };
        if (Finding.MayGoFurther(model, search))
            rows.Add(new OverlayBox.Row(rows.Count == 0 ? $"{nothing}; Enter looks further back" : "look further back", "", model.Theme.Notice));
        return Choices(title, search.Words, rows, search.Chosen, search.Words.Length == 0 ? "type what you look for" : nothing, model);
    }

    /// <summary>Where it is said, if that is not here.</summary>
    private static OverlayBox.Row Found(TalkModel model, Hit hit, string words)
    {
        var row = Hit(model, hit.Entry, words);
        return model.Chat.Client.Same(hit.Conversation, model.Current.Name) ? row : row with { Aside = $"{TerminalText.Sanitize(hit.Conversation)} {row.Aside}" };
    }

    private static OverlayBox Mentions(TalkModel model, Overlay.Mentions mentions)
    {
        var rows = mentions.All.Select(mention =>
        {
            var hit = Hit(model, mention.Entry, "");
            return hit with { Marked = null, Aside = $"{mention.Title} {hit.Aside}" };
        });
        return mentions.All.Count > 0
            ? new OverlayBox("What names you, as far as it is loaded", null, [.. rows], ChoiceHint) { Chosen = mentions.Chosen }
            : new OverlayBox("What names you", null, [new("nothing that is loaded names you", "", model.Theme.Faint)], "Esc close");
    }

    private static OverlayBox.Row Hit(TalkModel model, Entry entry, string words)
    {
        var at = TimeZoneInfo.ConvertTime(entry.At.Time, model.Zone);
        var isToday = at.Date == TimeZoneInfo.ConvertTime(model.Now, model.Zone).Date;
        var text = entry.What is EntryWhat.Said said ? $"{said.Nick}: {said.Text.ReplaceLineEndings(" ")}" : "";
        return new(TerminalText.Sanitize(text), at.ToString(isToday ? "HH:mm" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), model.Theme.Text) { Marked = words };
    }

    private static OverlayBox Date(TalkModel model, Overlay.Date date)
    {
        IEnumerable<OverlayBox.Row> rows = date.Wrong is { } wrong
            ? Wrapping.Of([new Piece(TerminalText.Sanitize(wrong), model.Theme.Error)], OverlayView.WidthOf(model.Size) - 4)
                .Select(row => new OverlayBox.Row(string.Concat(row.Select(piece => piece.Text)), "", model.Theme.Error))
            : [new OverlayBox.Row(DateHint, "", model.Theme.Faint)];
        return new OverlayBox("Go to a date", date.Text, [.. rows], "Enter go  Esc close");
    }

    private static OverlayBox Person(TalkModel model, Overlay.Person person)
    {
        var nick = TerminalText.Sanitize(person.Nick);
        var member = model.Current.Members.GetValueOrDefault(model.Folded(person.Nick));
        var away = member?.Away is { } words ? words.Length > 0 ? $" (away: {TerminalText.Sanitize(words)})" : " (away)" : "";
        var rows = PersonChoices.Of(model, person.Nick).Select(choice => new OverlayBox.Row(choice.Text, "", model.Theme.Text));
        return new OverlayBox(nick + away, null, [.. rows], ChoiceHint) { Chosen = person.Chosen };
    }

    private static OverlayBox React(TalkModel model, Overlay.React react)
    {
        var rows = Reactions.For(react.Typed).Select(choice => new OverlayBox.Row(TerminalText.Sanitize(choice.Text), choice.Name, model.Theme.Text)).ToList();
        return new OverlayBox("React: a number, or an emoji's name", react.Typed, [.. rows, .. WhoReacted(model, react)], "Enter react  Esc close")
        {
            Chosen = react.Chosen,
        };
    }

    /// <summary>Whose the reactions are that the message has.</summary>
    private static IEnumerable<OverlayBox.Row> WhoReacted(TalkModel model, Overlay.React react) =>
        react.Typed.Length > 0 || OwnLines.Of(model).Said(react.Number) is not var (entry, _)
            ? []
            : entry.Reactions.Select(reaction => new OverlayBox.Row(
                $"{TerminalText.Sanitize(reaction.Text)} {TerminalText.Sanitize(string.Join(", ", reaction.Nicks))}", "", model.Theme.Faint));

    private static OverlayBox Choices(string title, string field, List<OverlayBox.Row> rows, int chosen, string nothing, TalkModel model) => rows.Count > 0
        ? new OverlayBox(title, field, rows, ChoiceHint) { Chosen = chosen }
        : new OverlayBox(title, field, [new(nothing, "", model.Theme.Faint)], "Esc close");
}
