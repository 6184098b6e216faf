using System.Diagnostics.CodeAnalysis;
using ChatRoom.Client.Text;
using ChatRoom.Irc;

namespace ChatRoom.Tui.Commands;

/// <summary>What stands behind a command, one value for each of its arguments; null for what was left out.</summary>
public sealed record CommandArguments(ValueList<string?> Values)
{
    /// <summary>An argument that may not be left out.</summary>
    public string this[int index] => Values[index]!;

    public string? Maybe(int index) => Values[index];

    /// <summary>Blanks around an argument mean nothing; in a text, everything behind the first word stays as it is.</summary>
    public static bool TryRead(
        ChatCommand command,
        string rest,
        ISupport support,
        [NotNullWhen(true)] out CommandArguments? arguments,
        [NotNullWhen(false)] out string? refusal)
    {
        (arguments, refusal) = (null, null);
        var values = new List<string?>();
        rest = rest.Trim();
        foreach (var argument in command.Arguments)
        {
            var word = argument.Kind is ArgumentKind.Text or ArgumentKind.Place or ArgumentKind.SettingValue ? rest : FirstWord(rest);
            if (word.Length == 0 || (argument is { Optional: true, Kind: ArgumentKind.Room } && !support.IsChannel(word)))
            {
                if (!argument.Optional)
                {
                    refusal = $"{argument.Name} is missing: {command.Usage}; for example {command.Example}";
                    return false;
                }
                values.Add(null);
                continue;
            }
            values.Add(word);
            rest = rest[word.Length..].TrimStart();
        }
        if (rest.Length > 0)
            refusal = $"'{TerminalText.Sanitize(rest)}' is too much: {command.Usage}; for example {command.Example}";
        else
            arguments = new CommandArguments([.. values]);
        return arguments is not null;
    }

    private static string FirstWord(string text)
    {
        var end = text.AsSpan().IndexOfAny(' ', '\n');
        return end < 0 ? text : text[..end];
    }
}
