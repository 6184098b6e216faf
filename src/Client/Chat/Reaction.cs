using ChatRoom.Irc;

namespace ChatRoom.Client.Chat;

/// <summary>What several people answered a message with, mostly an emoji (IRCv3 +draft/react).</summary>
public sealed record Reaction(string Text, ValueList<string> Nicks);
