using System.Net;

namespace ChatRoom.Server.Transport.Tls;

/// <summary>How a server is to be reached over TLS.</summary>
/// <param name="EndPoint">Where it listens for TLS; port 0 takes any free one.</param>
/// <param name="StsDays">For how many days clients are told to come over TLS only; 0 does not tell them.</param>
public sealed record TlsSettings(IPEndPoint EndPoint, int StsDays);
