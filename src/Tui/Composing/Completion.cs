using ChatRoom.Tui.Commands;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Composing;

/// <summary>What the word before the caret could become: a pure function of the text and of what there is.</summary>
public static partial class Completion
{
    /// <summary>":s" would be the half of many smileys.</summary>
    private const int LeastEmoji = 2;

    /// <param name="asked">With Tab. Else only a word that begins with a sign is completed, and nothing that is complete already.</param>
    public static CompletionPopup? Of(string text, int caret, CompletionSources sources, bool asked)
    {
        var start = caret;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]))
            start--;
        var word = text[start..caret];
        if (word.Length == 0 && !asked)
            return null;
        var items = Items(text[..start], word, sources, asked).Take(ComposerLimits.Completions).ToList();
        if (items.Count == 0 || (!asked && items.Exists(item => item.Insert.TrimEnd() == word)))
            return null;
        return new CompletionPopup(start, word, word.Length, [.. items]);
    }

    private static IEnumerable<CompletionItem> Items(string before, string word, CompletionSources sources, bool asked)
    {
        if (before.Length == 0 && word.StartsWith('/') && !word.StartsWith("//", StringComparison.Ordinal))
            return Commands(word[1..], sources);
        if (CommandOf(before) is { } typed && KindAt(typed.Command, typed.Given, word) is { } kind and not ArgumentKind.Text)
            return asked || word.Length > 0 ? OfKind(kind, word, typed.Given, sources) : [];
        return word switch
        {
            ['@', .. var nick] => Nicks(nick, "@", " ", sources),
            [':', .. var name] when name.Length >= LeastEmoji => Emojis(name),
            ['#', ..] => Starting(sources.Rooms, word, " "),
            { Length: > 0 } when asked => Nicks(word, "", before.Length == 0 ? ": " : " ", sources).Concat(Starting(sources.Rooms, word, " ")),
            _ => [],
        };
    }

    /// <summary>A command that is typed already, and the words behind it.</summary>
    private static (ChatCommand Command, string[] Given)? CommandOf(string before)
    {
        if (!before.StartsWith('/') || before.StartsWith("//", StringComparison.Ordinal))
            return null;
        var words = before[1..].Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && CommandTable.Find(words[0]) is { } command ? (command, words[1..]) : null;
    }

    /// <summary>What the next word is; an optional room counts only where its sign is there. Null behind the last.</summary>
    private static ArgumentKind? KindAt(ChatCommand command, string[] given, string word)
    {
        var at = 0;
        foreach (var argument in command.Arguments)
        {
            var isLast = at == given.Length;
            var here = isLast ? word : given[at];
            if (argument is { Optional: true, Kind: ArgumentKind.Room } && here.Length > 0 && here[0] is not ('#' or '&'))
                continue;
            if (argument is { Optional: true, Kind: ArgumentKind.Room } && isLast && here.Length == 0 && command.Arguments.Count > 1)
                continue;
            if (isLast || argument.Kind is ArgumentKind.Text)
                return argument.Kind;
            at++;
        }
        return null;
    }

    private static IEnumerable<CompletionItem> Commands(string name, CompletionSources sources) => sources.Commands
        .Where(command => command.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase)
            || command.Aliases.Any(alias => alias.Equals(name, StringComparison.OrdinalIgnoreCase)))
        .OrderBy(command => command.Name, StringComparer.Ordinal)
        .Select(command => new CompletionItem(command.Arguments.Count > 0 ? $"/{command.Name} " : "/" + command.Name, command.Usage, command.Help))
        .Concat(sources.Aliases.Where(alias => alias.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            .Select(alias => new CompletionItem($"/{alias.Name} ", "/" + alias.Name, alias.Text)));

    private static IEnumerable<CompletionItem> Nicks(string begin, string sign, string behind, CompletionSources sources) => sources.Nicks
        .Where(nick => nick.StartsWith(begin, StringComparison.OrdinalIgnoreCase))
        .Select(nick => new CompletionItem(sign + nick + behind, nick));

    private static IEnumerable<CompletionItem> Starting(IEnumerable<string> names, string begin, string behind) => names
        .Where(name => name.StartsWith(begin, StringComparison.OrdinalIgnoreCase))
        .Select(name => new CompletionItem(name + behind, name));

    private static IEnumerable<CompletionItem> Emojis(string name) => Emoji.All
        .Where(emoji => emoji.Name.Contains(name.TrimEnd(':'), StringComparison.OrdinalIgnoreCase))
        .OrderBy(emoji => !emoji.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase))
        .Select(emoji => new CompletionItem(emoji.Text + " ", $"{emoji.Text} :{emoji.Name}:"));
}

/// <summary>One thing that a word could become.</summary>
/// <param name="Insert">What is put in its place, with the blank or the colon behind it.</param>
/// <param name="Help">What it is, in a few words; empty where it speaks for itself.</param>
public sealed record CompletionItem(string Insert, string Label, string Help = "");

/// <summary>A click on one of the completions: see <see cref="ComposerUpdate.Accept"/>.</summary>
public sealed record CompletionTarget(int Index) : Target;
