namespace ChatRoom.Client.Chat;

/// <summary>Something that a person wants to be called for: they were named, spoken to alone, or invited.</summary>
/// <param name="Number">Counts calls, so that whoever rings the bell sees that there is a new one.</param>
/// <param name="Conversation">Where it is to be read.</param>
public sealed record Alert(long Number, string Conversation, string Nick, string Text);
