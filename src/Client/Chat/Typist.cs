namespace ChatRoom.Client.Chat;

/// <summary>Somebody who is writing something, as far as they let us know (IRCv3 +typing).</summary>
/// <param name="Until">When we stop believing it unless they say so again.</param>
public sealed record Typist(string Nick, DateTimeOffset Until);
