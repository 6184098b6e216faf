using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Events;

/// <summary>A certificate that proves an account, and since when it does.</summary>
public readonly record struct KnownCertificate(CertificatePrint Print, Timestamp Since);
