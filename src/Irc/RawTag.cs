namespace ChatRoom.Irc;

/// <summary>A tag as it was received, its value still escaped. No value and an empty one mean the same.</summary>
public readonly ref struct RawTag(ReadOnlySpan<byte> name, ReadOnlySpan<byte> rawValue)
{
    public ReadOnlySpan<byte> Name { get; } = name;

    public ReadOnlySpan<byte> RawValue { get; } = rawValue;

    /// <summary>Whether it begins with '+': only these are passed on from one client to another (IRCv3 message-tags).</summary>
    public bool IsClientOnly => !Name.IsEmpty && Name[0] == '+';
}
