namespace ChatRoom.Server.Hubs;

/// <summary>Whole lines in the renderer's buffer, valid until the renderer is cleared for the next turn.</summary>
public readonly record struct Slice(int Start, int Length)
{
    public int End => Start + Length;

    public bool IsEmpty => Length == 0;
}
