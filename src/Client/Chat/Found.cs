namespace ChatRoom.Client.Chat;

/// <summary>What a search found.</summary>
/// <param name="Conversation">Where it was looked for.</param>
/// <param name="Entries">From older to newer; their numbers are those of the list and not of the conversation.</param>
public sealed record Found(string Conversation, string Words, Transcript Entries);
