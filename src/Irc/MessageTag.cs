namespace ChatRoom.Irc;

/// <summary>A tag of a <see cref="Message"/>, its value unescaped; a tag without a value has an empty one.</summary>
public readonly record struct MessageTag(string Name, string Value);
