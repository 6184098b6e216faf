namespace ChatRoom.Server.Transport.Tls;

/// <summary>A certificate that can't be served with. The message is for an operator: what is wrong, in which file, and what to do.</summary>
public sealed class CertificateException(string message, Exception? why = null) : Exception(message, why);
