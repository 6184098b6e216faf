using ChatRoom.Domain.Worlds;

namespace ChatRoom.Server.Hubs;

/// <summary>From where a hub begins: what recovery made of the journal, and whether nobody else can have it.</summary>
/// <param name="World">The world up to what the journal has given.</param>
/// <param name="Facts">The facts likewise.</param>
/// <param name="IsAlone">The journal is this server's alone, so whatever server the world still knows has ended.</param>
public sealed record HubStart(World World, Facts Facts, bool IsAlone = true);
