using System.Buffers;

namespace ChatRoom.Server.Hubs;

/// <summary>
/// An answer without a word. Behind what a slow client has still to read, it says when that is read: so a client that
/// only asks and does not read stops being listened to, and what it asked for does not grow.
/// </summary>
public sealed class FlushMarker : Answer
{
    public override bool WritePage(IBufferWriter<byte> page) => false;
}
