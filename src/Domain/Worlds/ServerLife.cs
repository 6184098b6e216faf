namespace ChatRoom.Domain.Worlds;

/// <summary>A server that lives, or one that ended and of which something is left to clear.</summary>
/// <param name="Reads">Events up to this level.</param>
/// <param name="HasEnded">It is no more; its connections are cleared in turns of a bounded size.</param>
public sealed record ServerLife(int Reads, bool HasEnded);
