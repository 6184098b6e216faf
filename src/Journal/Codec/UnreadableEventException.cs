namespace ChatRoom.Journal.Codec;

/// <summary>A stored event can't be understood: a newer version wrote it, or it is damaged. The message says which.</summary>
public sealed class UnreadableEventException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Nothing is wrong with it, and a newer version can read it.</summary>
    public bool IsNewer { get; init; }
}
