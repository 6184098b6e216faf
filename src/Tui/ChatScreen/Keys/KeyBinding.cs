using ChatRoom.Irc;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.ChatScreen.Keys;

/// <summary>What some keys do, in words for the help.</summary>
public sealed record KeyBinding(TalkAction Action, ValueList<Key> Keys, string Does)
{
    private const int MostNamed = 3;

    public string Shown => Keys.Count > MostNamed ? $"{Keys[0]} … {Keys[^1]}" : string.Join(", ", Keys);
}
