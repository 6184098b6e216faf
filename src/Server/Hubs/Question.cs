namespace ChatRoom.Server.Hubs;

/// <summary>
/// What a client asks, to be answered from the world as it is at its place in the connection's order. It is data and no closure, so a message can
/// be logged, compared and simulated. The hub doesn't know what can be asked; only its <see cref="ILineRenderer"/> does.
/// </summary>
public abstract record Question;
