using ChatRoom.Irc;

namespace ChatRoom.Cli.Screen;

/// <summary>The colour that a person keeps: the same nickname has the same one today and tomorrow, here and elsewhere.</summary>
public static class NickStyle
{
    public static Style Of(string nick, bool own, TalkModel model)
    {
        var (theme, colors) = (model.Theme, model.Theme.Nicknames);
        if (own)
            return theme.Own;
        return colors.Count == 0
            ? theme.Text with { Emphasis = theme.Text.Emphasis | Emphasis.Bold }
            : theme.Text with { Foreground = colors[(int)(Hash(model.Folded(nick)) % (uint)colors.Count)] };
    }

    /// <summary>FNV-1a: the hash codes of .NET are others in each process.</summary>
    private static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = (hash ^ c) * 16777619u;
        return hash;
    }
}
