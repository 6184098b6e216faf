namespace ChatRoom.Server.Hubs;

/// <summary>Whole lines in the voice's buffer, valid until the voice is cleared for the next turn.</summary>
public readonly record struct Slice(int Start, int Length)
{
    public int End => Start + Length;

    public bool IsEmpty => Length == 0;
}
