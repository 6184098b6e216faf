using System.IO.Pipelines;

namespace ChatRoom.Client.Connection;

/// <summary>A connection to a server, over a network or in memory.</summary>
public interface IWire : IDuplexPipe, IAsyncDisposable;
