using ChatRoom.Irc;

namespace ChatRoom.Tui.Commands;

/// <summary>Something that is done to somebody in a room, and is asked about first: whom it hits, and for how long.</summary>
/// <param name="Title">What is asked, with whom it hits.</param>
/// <param name="Warning">What one might not have meant; empty for nothing.</param>
public sealed record Sanction(string Room, string Title, string Warning, ValueList<SanctionChoice> Choices);

/// <param name="Line">What is sent to the server.</param>
public sealed record SanctionChoice(string Text, Message Line);
